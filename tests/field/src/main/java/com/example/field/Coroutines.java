package com.example.field;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Deferred;
import kotlinx.coroutines.DelayKt;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.channels.BufferOverflow;
import kotlinx.coroutines.channels.Channel;
import kotlinx.coroutines.channels.ChannelKt;
import kotlinx.coroutines.future.FutureKt;
import kotlinx.coroutines.sync.Mutex;
import kotlinx.coroutines.sync.MutexKt;

/**
 * Coroutines: results, channels, a mutex and delays, on two dispatchers. A call that suspends
 * stands last in each body, where Java can hand on the continuation.
 */
public final class Coroutines {
  private static final Mutex MUTEX = MutexKt.Mutex(false);
  private static long[] guarded = new long[4];

  private Coroutines() {}

  /** The argument is the number of rounds. */
  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 1500;
    System.out.println("results " + results(rounds));
    System.out.println("channel " + channel(rounds * 4));
    System.out.println("mutex " + mutex(rounds));
  }

  private static <T> Deferred<T> async(
      CoroutineContext where,
      Function2<? super CoroutineScope, ? super Continuation<? super T>, ?> body) {
    return BuildersKt.async(GlobalScope.INSTANCE, where, CoroutineStart.DEFAULT, body);
  }

  private static <T> T get(Deferred<T> deferred) throws Exception {
    CompletableFuture<T> future = FutureKt.asCompletableFuture(deferred);
    return future.get();
  }

  /** Each writes an array that the next reads, on the other dispatcher. */
  private static long results(int rounds) throws Exception {
    List<Deferred<long[]>> last = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      long[] start = {i, 0};
      Deferred<long[]> first =
          async(
              Dispatchers.getDefault(),
              (scope, then) -> {
                start[1] = start[0] * 2;
                return start;
              });
      Deferred<Unit> pause =
          async(Dispatchers.getIO(), (scope, then) -> DelayKt.delay(1, unit(then)));
      Deferred<long[]> waited =
          async(Dispatchers.getIO(), (scope, then) -> first.await(cast(then)));
      last.add(waited);
      if (i % 100 == 0) {
        get(pause);
      }
    }
    long sum = 0;
    for (Deferred<long[]> d : last) {
      long[] pair = get(d);
      pair[1]++;
      sum += pair[1];
    }
    return sum;
  }

  /** Producers send arrays that they wrote, consumers add them up. */
  private static long channel(int count) throws Exception {
    Channel<long[]> channel = ChannelKt.Channel(64, BufferOverflow.SUSPEND, null);
    List<Deferred<Unit>> sent = new ArrayList<>();
    List<Deferred<long[]>> received = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long value = i;
      sent.add(
          async(
              Dispatchers.getDefault(),
              (scope, then) -> {
                long[] message = {value, value + 1};
                return channel.send(message, unit(then));
              }));
      received.add(async(Dispatchers.getIO(), (scope, then) -> channel.receive(cast(then))));
    }
    for (Deferred<Unit> d : sent) {
      get(d);
    }
    long sum = 0;
    for (Deferred<long[]> d : received) {
      long[] message = get(d);
      sum += message[1] - message[0];
    }
    return sum;
  }

  private static long mutex(int rounds) throws Exception {
    List<Deferred<Unit>> all = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      int at = i % guarded.length;
      Deferred<Unit> locked =
          async(Dispatchers.getDefault(), (scope, then) -> MUTEX.lock(null, unit(then)));
      all.add(
          async(
              Dispatchers.getIO(),
              (scope, then) -> {
                FutureKt.asCompletableFuture(locked).join();
                guarded[at]++;
                guarded[0]++;
                MUTEX.unlock(null);
                return Unit.INSTANCE;
              }));
    }
    for (Deferred<Unit> d : all) {
      get(d);
    }
    return guarded[0] + guarded[1];
  }

  @SuppressWarnings("unchecked")
  private static Continuation<? super Unit> unit(Continuation<?> then) {
    return (Continuation<? super Unit>) then;
  }

  @SuppressWarnings("unchecked")
  private static Continuation<? super long[]> cast(Continuation<?> then) {
    return (Continuation<? super long[]>) then;
  }
}
