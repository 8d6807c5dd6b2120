package javax.servlet.http;

/** Stands for the real one. */
public interface HttpServletRequest {
  String getParameter(String name);
}
