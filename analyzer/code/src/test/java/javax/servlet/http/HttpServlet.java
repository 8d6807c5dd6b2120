package javax.servlet.http;

/** Stands for the real one. */
public abstract class HttpServlet {
  protected abstract void doGet(HttpServletRequest request, HttpServletResponse response);
}
