package com.example.order.newer;

import com.example.order.Meeting;
import com.example.order.Script;

/** Two virtual threads, on the few carriers that all cases share. */
public final class SameCarrier implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    m.inOrder(m::first, m::second);
  }
}
