package io.racewatch.instrument.samples;

import java.util.concurrent.Callable;

/** Writes to fields before and after super(). */
public class Constructors implements Callable<String> {
  protected int number;

  /** Makes one. */
  public Constructors() {
    this(new int[] {1, 2}.length > 1 ? new StringBuilder("two") : new StringBuilder("one"));
  }

  Constructors(CharSequence text) {
    number = text.length();
  }

  @Override
  public String call() {
    Inner inner = new Inner(number > 2 ? 7 : 8);
    Constructors other =
        new Constructors("four") {
          @Override
          public String call() {
            return super.number + "" + number;
          }
        };
    return number + " " + inner.sum() + other.call();
  }

  private class Inner extends Constructors {
    private final int own;

    Inner(int own) {
      super(own == 7 ? "seven" : "eight");
      this.own = own;
    }

    int sum() {
      return own + number + super.number + Constructors.this.number;
    }
  }
}
