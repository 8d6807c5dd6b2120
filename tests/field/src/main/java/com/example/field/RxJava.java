package com.example.field;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.Schedulers;

/** RxJava: work spread over schedulers, joined again, and buffers handed between threads. */
public final class RxJava {
  private RxJava() {}

  /** A value with a plain field, changed at every station. */
  private static final class Parcel {
    private long value;

    Parcel(long value) {
      this.value = value;
    }

    Parcel add(long more) {
      value += more;
      return this;
    }
  }

  /** The argument is the number of items. */
  public static void main(String[] args) {
    int items = args.length > 0 ? Integer.parseInt(args[0]) : 5000;
    long spread =
        Flowable.range(0, items)
            .map(Parcel::new)
            .parallel(4)
            .runOn(Schedulers.computation())
            .map(parcel -> parcel.add(1))
            .sequential()
            .observeOn(Schedulers.io())
            .map(parcel -> parcel.add(2))
            .reduce(0L, (sum, parcel) -> sum + parcel.value)
            .blockingGet();
    long merged =
        Flowable.range(0, items / 10)
            .flatMap(
                i ->
                    Flowable.just(new Parcel(i))
                        .subscribeOn(Schedulers.computation())
                        .map(parcel -> parcel.add(i)))
            .buffer(16)
            .observeOn(Schedulers.single())
            .concatMapIterable(buffer -> buffer)
            .reduce(0L, (sum, parcel) -> sum + parcel.value)
            .blockingGet();
    Schedulers.shutdown();
    System.out.println("spread " + spread + ", merged " + merged);
  }
}
