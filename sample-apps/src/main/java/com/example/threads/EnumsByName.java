package com.example.threads;

import com.example.support.Threads;
import java.util.EnumSet;

// clean
/** Enums that are initialised because the JDK is asked for their constants (JLS 12.4.1). */
public final class EnumsByName {
  private static int named;
  private static int all;
  private static int listed;

  private EnumsByName() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    Threads.inOrder(EnumsByName::use, EnumsByName::use);
  }

  private static void use() {
    Object one = Enum.valueOf(Named.class, "ONE");
    Object some = EnumSet.allOf(All.class);
    Object each = Listed.class.getEnumConstants()[0];
    System.out.println(one + " " + some + " " + each + " " + named + all + listed);
  }

  private enum Named {
    ONE;

    static {
      named = 1;
    }
  }

  private enum All {
    ONE;

    static {
      all = 2;
    }
  }

  private enum Listed {
    ONE;

    static {
      listed = 3;
    }
  }
}
