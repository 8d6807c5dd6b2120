package com.example.language;

import com.example.support.Threads;

// race: outer
// race: Mode.uses
/** An inner class writes its outer object; an enum constant has state. */
public final class InnerState {
  private int outer;

  private InnerState() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    InnerState state = new InnerState();
    Inner inner = state.new Inner();
    Threads.inOrder(
        inner::add,
        () -> {
          state.outer++; // racy
          Mode.FAST.use();
        },
        Mode.FAST::use);
    System.out.println(state.outer + " " + Mode.FAST.uses);
  }

  private final class Inner {
    void add() {
      outer++; // racy
    }
  }

  private enum Mode {
    SLOW,
    FAST {
      @Override
      void use() {
        super.use();
      }
    };

    private int uses;

    void use() {
      uses++; // racy
    }
  }
}
