package com.example.order.newer;

import com.example.order.HiddenRwIgnored;
import com.example.order.Meeting;
import com.example.order.Script;
import java.lang.foreign.Arena;

/** Sees that a shared arena was closed: no documentation calls that an order. */
public final class ArenaClosed implements Script {
  @Override
  public void play(Meeting m) throws Throwable {
    HiddenRwIgnored<Arena> arena = new HiddenRwIgnored<>();
    arena.set(Arena.ofShared());
    m.inOrder(
        () -> {
          m.first();
          arena.get().close();
        },
        () -> {
          m.check(!arena.get().scope().isAlive());
          m.second();
        });
  }
}
