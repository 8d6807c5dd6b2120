package io.racewatch.instrument.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Much of the language at once. */
public class Language implements Callable<String> {
  private long counter;
  private double[] weights = {1.5, 2.5};

  enum Colour {
    RED,
    GREEN {
      @Override
      int weight() {
        return 7;
      }
    };

    private int used;

    int weight() {
      return ++used;
    }
  }

  record Pair<T>(T left, long right) {
    private static int made;

    Pair {
      made++;
    }
  }

  interface Shape {
    int SIDES = "abc".length();

    default String describe() {
      return name() + SIDES;
    }

    String name();
  }

  @Override
  public String call() {
    StringBuilder text = new StringBuilder();
    for (Colour colour : Colour.values()) {
      switch (colour) {
        case RED -> text.append("r").append(colour.weight() + colour.weight());
        default -> text.append(colour.weight());
      }
    }
    Pair<String> pair = new Pair<>("p", 1L << 33);
    text.append(pair).append(pair.equals(new Pair<>("p", 1L << 33))).append(Pair.made);
    text.append(((Shape) () -> "shape").describe());
    return text.append(nested(3)).append(stack(2, 3.5, 4L)).append(caught()).toString();
  }

  private String nested(int depth) {
    Function<Integer, Function<Integer, String>> outer = a -> b -> a + b + ":" + (counter += a * b);
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      parts.add(outer.apply(i).apply(depth));
    }
    return parts.stream().map(p -> p + counter++).collect(Collectors.joining(","));
  }

  private String stack(int a, double b, long c) {
    long shifted = counter << a | (counter += c) ^ (weights[a - 1] > b ? counter++ : --counter);
    double mixed = weights[0] += b + (weights[1] -= a) * (c > 3 ? weights[0]-- : counter);
    String text = a > 1 ? c + "" + (counter = shifted) : null;
    return text + mixed + (a < 2 ? weights.length : counter);
  }

  private String caught() {
    int[] none = null;
    Language other = null;
    try {
      return "" + none[0];
    } catch (NullPointerException first) {
      try {
        other.counter++;
        return "";
      } catch (NullPointerException second) {
        return first.getMessage() + second.getMessage();
      } finally {
        counter = 0;
      }
    }
  }
}
