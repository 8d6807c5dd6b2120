package com.example.field;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Reactor: publishOn, parallel flux, flatMap on the elastic scheduler, and a shared sink. */
public final class Reactor {
  private static final int THREADS = 3;
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private Reactor() {}

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
  public static void main(String[] args) throws Exception {
    int items = args.length > 0 ? Integer.parseInt(args[0]) : 5000;
    Long spread =
        Flux.range(0, items)
            .map(Parcel::new)
            .parallel(4)
            .runOn(Schedulers.parallel())
            .map(parcel -> parcel.add(1))
            .sequential()
            .publishOn(Schedulers.single())
            .reduce(0L, (sum, parcel) -> sum + parcel.value)
            .block();
    Long merged =
        Flux.range(0, items / 10)
            .flatMap(
                i ->
                    Flux.just(new Parcel(i))
                        .subscribeOn(Schedulers.boundedElastic())
                        .map(parcel -> parcel.add(i)))
            .reduce(0L, (sum, parcel) -> sum + parcel.value)
            .block();
    System.out.println("spread " + spread + ", merged " + merged + ", sink " + sink(items));
    Schedulers.shutdownNow();
  }

  private static long sink(int items) throws InterruptedException {
    Sinks.Many<Parcel> sink = Sinks.many().unicast().onBackpressureBuffer();
    long[] sum = new long[1];
    CountDownLatch done = new CountDownLatch(1);
    sink.asFlux()
        .publishOn(Schedulers.parallel())
        .subscribe(parcel -> sum[0] += parcel.value, error -> done.countDown(), done::countDown);
    Crew.work(
        THREADS,
        number -> {
          for (int i = 0; i < items / 10; i++) {
            sink.emitNext(new Parcel(i), Sinks.EmitFailureHandler.busyLooping(TIMEOUT));
          }
        });
    sink.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST);
    done.await();
    return sum[0];
  }
}
