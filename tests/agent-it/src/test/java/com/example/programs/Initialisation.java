package com.example.programs;

/** The order of class initialisation, constants, and initialisers that fail. */
final class Initialisation implements Runnable {
  private static int log(String what) {
    System.out.println("init " + what);
    return what.length();
  }

  private interface Constants {
    int CONSTANT = 5;
    int COMPUTED = log("Constants");
  }

  private static class Base {
    static int base = log("Base");
    int instance = log("a Base");

    Base() {
      hook();
    }

    void hook() {}
  }

  private static class Derived extends Base implements Constants {
    static final String INLINED = "inlined";
    static int derived = log("Derived");
    private int early = 3;
    private int late;

    @Override
    void hook() {
      System.out.println("early " + early);
      late = 7;
    }
  }

  private static class Fails {
    static int value = fail();

    private static int fail() {
      throw new IllegalStateException("in the initialiser");
    }
  }

  private static class Untouched {
    static int value = log("Untouched");
    int field;
  }

  @Override
  public void run() {
    Untouched[] none = new Untouched[2];
    System.out.println("array " + none.length + Derived.INLINED + Constants.CONSTANT);
    System.out.println("base through derived " + Derived.base);
    System.out.println("late " + new Derived().late + Derived.derived);
    System.out.println("computed " + Constants.COMPUTED);
    for (int i = 0; i < 2; i++) {
      try {
        System.out.println(Fails.value);
      } catch (LinkageError e) {
        System.out.println(e + " because of " + e.getCause());
      }
    }
    try {
      System.out.println(none[0].field);
    } catch (NullPointerException e) {
      System.out.println(e.getMessage());
    }
    System.out.println("now " + Untouched.value);
  }
}
