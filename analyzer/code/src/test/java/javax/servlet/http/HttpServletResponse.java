package javax.servlet.http;

/** Stands for the real one. */
public interface HttpServletResponse {}
