package com.example.oldbugs;

import com.example.field.Crew;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** jackson-databind 2.4.1.1: one mapper, as its documentation allows, used by four threads. */
public final class JacksonTypes {
  private static final int THREADS = 4;

  private JacksonTypes() {}

  /** The argument is the number of documents a thread. */
  public static void main(String[] args) throws Exception {
    int documents = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    ObjectMapper mapper = new ObjectMapper();
    AtomicLong length = new AtomicLong();
    Crew.work(
        THREADS,
        number -> {
          for (int i = 0; i < documents; i++) {
            Point point = new Point(i, number);
            Shape shape = new Shape(Map.of("first", List.of(point)), new Point[] {point});
            length.addAndGet(mapper.writeValueAsString(shape).length());
            length.addAndGet(mapper.writeValueAsString(point).length());
            mapper.readValue("[1, 2, 3]", mapper.constructType(int[].class));
            mapper.getTypeFactory().constructType(i % 2 == 0 ? Shape.class : Point.class);
          }
        });
    System.out.println("characters " + length.get());
  }

  /** A bean. */
  public static final class Point {
    private final int left;
    private final int right;

    Point(int left, int right) {
      this.left = left;
      this.right = right;
    }

    public int getLeft() {
      return left;
    }

    public int getRight() {
      return right;
    }
  }

  /** A bean of beans. */
  public static final class Shape {
    private final Map<String, List<Point>> lines;
    private final Point[] corners;

    Shape(Map<String, List<Point>> lines, Point[] corners) {
      this.lines = lines;
      this.corners = corners;
    }

    public Map<String, List<Point>> getLines() {
      return lines;
    }

    public Point[] getCorners() {
      return corners;
    }
  }
}
