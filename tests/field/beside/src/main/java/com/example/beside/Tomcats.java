package com.example.beside;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat, some hundred requests from the JDK's client, and its end. */
public final class Tomcats {
  private static final int REQUESTS = 200;

  private Tomcats() {}

  private static final class Counting extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final AtomicInteger count = new AtomicInteger();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      count.incrementAndGet();
      request.getSession().setAttribute("name", request.getParameter("name"));
      response.getWriter().print("hello " + request.getParameter("name"));
    }
  }

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    Tomcat tomcat = new Tomcat();
    File base = Files.createTempDirectory("tomcat").toFile();
    tomcat.setBaseDir(base.getPath());
    tomcat.setPort(0);
    Counting servlet = new Counting();
    var context = tomcat.addContext("", base.getPath());
    Tomcat.addServlet(context, "counting", servlet);
    context.addServletMappingDecoded("/*", "counting");
    tomcat.getConnector();
    tomcat.start();
    String at = "http://localhost:" + tomcat.getConnector().getLocalPort() + "/?name=";
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(at + i)).build();
      answers.add(
          client
              .sendAsync(request, HttpResponse.BodyHandlers.ofString())
              .thenApply(HttpResponse::body));
      if (i % 8 == 7) {
        answers.get(i).join();
      }
    }
    int right = 0;
    for (int i = 0; i < REQUESTS; i++) {
      right += answers.get(i).join().equals("hello " + i) ? 1 : 0;
    }
    tomcat.stop();
    tomcat.destroy();
    System.out.println(right + " " + servlet.count.get());
    System.exit(0);
  }
}
