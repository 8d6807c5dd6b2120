package io.racewatch.code.pattern.programs;

import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Servlets that keep what belongs to one request. */
class Servlets extends HttpServlet {
  private String user;
  private int requests;
  private String configured;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    user = request.getParameter("user"); // likely: mutable-servlet-field
    String local = user + configured;
    System.identityHashCode(local);
    synchronized (this) {
      requests++;
    }
  }

  /** Called once, before any request. */
  void init(String text) {
    configured = text;
  }

  /** No servlet, so one of it may be made for each request. */
  static class Handler {
    private String user;

    void handle(HttpServletRequest request) {
      user = request.getParameter("user");
    }

    String user() {
      return user;
    }
  }
}
