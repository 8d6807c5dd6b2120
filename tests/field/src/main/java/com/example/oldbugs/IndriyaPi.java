package com.example.oldbugs;

import com.example.field.Crew;
import java.util.ConcurrentModificationException;
import javax.measure.quantity.Length;
import tech.units.indriya.function.MultiplyConverter;
import tech.units.indriya.quantity.DefaultQuantityFactory;
import tech.units.indriya.unit.Units;

/** Indriya 2.1.3: each thread converts with a converter of its own, and makes quantities. */
public final class IndriyaPi {
  private static final int THREADS = 4;

  private IndriyaPi() {}

  /** The argument is the number of conversions a thread. */
  public static void main(String[] args) throws Exception {
    int conversions = args.length > 0 ? Integer.parseInt(args[0]) : 50;
    double[] sums = new double[THREADS];
    Crew.work(
        THREADS,
        number -> {
          for (int i = 0; i < conversions; i++) {
            sums[number] += convert(1.0 + i);
          }
        });
    System.out.println("over");
  }

  private static double convert(double value) {
    try {
      return MultiplyConverter.ofPiExponent(1).convert(value)
          + DefaultQuantityFactory.getInstance(Length.class)
              .create(value, Units.METRE)
              .getValue()
              .doubleValue();
    } catch (ConcurrentModificationException e) {
      System.err.println("the bug itself: " + e); // Its timing must not change what is compared.
      return 0;
    }
  }
}
