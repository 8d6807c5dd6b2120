package com.example.language;

import com.example.support.Threads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

// clean
/** Inner classes, enums, records, interfaces with bodies, lambdas, switches, exceptions. */
public final class Variety {
  private final int[] trace = new int[8];
  private int depth;

  private Variety() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    Threads.Body body =
        () -> {
          Variety variety = new Variety();
          String line = variety.all();
          synchronized (lines) {
            lines.add(line);
          }
        };
    Threads.together(body, body, body);
    lines.forEach(System.out::println);
  }

  private String all() {
    StringBuilder text = new StringBuilder();
    text.append(new Pair<>("a", 1)).append(' ').append(new Pair<>("b", 2L).hashCode());
    text.append(' ').append(Op.TIMES.apply(3)).append(Op.valueOf("PLUS").apply(3));
    text.append(' ').append(((Shape) () -> 2).describe()).append(Shape.unit().area());
    text.append(' ').append(new Square(3).describe());
    text.append(' ').append(new Nested().deeper().up());
    text.append(' ').append(exceptions()).append(switches("two")).append(primitives());
    text.append(' ').append(recursive(5)).append(Arrays.toString(trace));
    return text.toString();
  }

  private int recursive(int n) {
    trace[n] = ++depth;
    return n == 0 ? depth : recursive(n - 1) + this.depth--;
  }

  private static String exceptions() {
    int[] state = {0};
    try (AutoCloseable closing = () -> state[0] += 10) {
      state[0]++;
      throw new IllegalArgumentException("x" + state[0]);
    } catch (IllegalArgumentException e) {
      return e.getMessage() + state[0];
    } catch (Exception e) {
      return "never";
    } finally {
      state[0] = 0;
    }
  }

  private static int switches(String word) {
    int value =
        switch (word) {
          case "one" -> 1;
          case "two" -> {
            int half = 1;
            yield half * 2;
          }
          default -> 0;
        };
    label:
    for (int i = 0; ; i++) {
      for (int j = 0; j < 3; j++) {
        if (i * j == 2) {
          value += i;
          break label;
        }
      }
    }
    return value;
  }

  private static String primitives() {
    byte[] bytes = {1, -1};
    short[] shorts = {2};
    char[] chars = {'c'};
    float[] floats = {1.5f};
    long[][] longs = new long[2][3];
    double[] doubles = {0.1};
    boolean[] booleans = {true};
    bytes[0] += 5;
    shorts[0]++;
    chars[0]++;
    floats[0] *= 2;
    longs[1][2] |= 1L << 40;
    doubles[0] /= 3;
    booleans[0] ^= true;
    Supplier<String> text = () -> "" + bytes[0] + shorts[0] + chars[0] + floats[0];
    return text.get() + longs[1][2] + doubles[0] + booleans[0] + longs.clone().length;
  }

  private record Pair<A, B>(A left, B right) {
    private Pair {
      if (left == null) {
        throw new NullPointerException("left");
      }
    }
  }

  private enum Op implements IntUnaryOperator {
    PLUS {
      @Override
      public int applyAsInt(int x) {
        return x + x;
      }
    },
    TIMES {
      @Override
      public int applyAsInt(int x) {
        return x * x;
      }
    };

    int apply(int x) {
      return applyAsInt(x);
    }
  }

  private interface Shape {
    int area();

    default String describe() {
      return "area " + twice() / 2;
    }

    private int twice() {
      return 2 * area();
    }

    static Shape unit() {
      return () -> 1;
    }
  }

  private static class Square implements Shape {
    private int side;

    Square(int side) {
      this.side = side;
    }

    @Override
    public int area() {
      return side * side;
    }

    @Override
    public String describe() {
      return "square " + Shape.super.describe();
    }
  }

  private final class Nested {
    private int level = 1;

    Deeper deeper() {
      return new Deeper();
    }

    private final class Deeper {
      private int level = 2;

      int up() {
        Nested.this.level += level;
        trace[7] = Nested.this.level;
        return trace[7] + depth;
      }
    }
  }
}
