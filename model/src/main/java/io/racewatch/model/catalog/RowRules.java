package io.racewatch.model.catalog;

/** What the columns of one row must have in common. */
final class RowRules {
  private RowRules() {}

  static void check(Row row) {
    if (row.until() != 0 && row.since() > row.until()) {
      throw new IllegalArgumentException("since " + row.since() + " is after " + row.until());
    }
    if (row.method().equals("*") && row.effect() != Effect.MONITOR && row.place() == null) {
      throw new IllegalArgumentException("method '*' is for effect monitor and at= alone");
    }
    if (row.where() == Where.BODY) {
      checkBody(row);
    } else {
      checkCall(row);
    }
    checkSubject(row);
    if (row.container() != null) {
      checkContainer(row);
    }
  }

  private static void checkContainer(Row row) {
    boolean handsOver =
        row.effect() == Effect.PUBLISH
            || row.effect() == Effect.CONSUME
            || row.effect() == Effect.CONSUME_ALL;
    if (!handsOver || row.unless() != null) {
      throw new IllegalArgumentException(
          "in= is for effects publish, consume and consume-all alone, and not with unless=");
    }
    boolean body = row.where() == Where.BODY;
    if (row.container().kind() != (body ? Subject.Kind.SELF : Subject.Kind.THIS)) {
      throw new IllegalArgumentException(
          "in= is " + (body ? "self or self.FIELD in a body" : "this at a call"));
    }
  }

  private static void checkBody(Row row) {
    if (!row.effect().inBodies()) {
      throw new IllegalArgumentException(
          "effect " + Words.of(row.effect()) + " is observed at calls, write 'call'");
    }
    if (!ofJdk(row.owner())) {
      throw new IllegalArgumentException(row.owner() + " is not a class of the JDK, write 'call'");
    }
    if (row.guard() != null) {
      throw new IllegalArgumentException("if= is for calls alone");
    }
    if (row.when() == When.AROUND || row.when() == When.EXIT_IF_ASKED) {
      throw new IllegalArgumentException(Words.of(row.when()) + " is for calls alone");
    }
    if (row.unless() != null && row.effect() != Effect.PUBLISH) {
      throw new IllegalArgumentException("unless= is for effect publish alone");
    }
    boolean mayDepend = row.effect() == Effect.CONSUME || row.effect() == Effect.PUBLISH;
    if (row.when().looksAtResult() && !mayDepend) {
      throw new IllegalArgumentException(
          Words.of(row.when()) + " in a body is for effects consume and publish alone");
    }
  }

  private static boolean ofJdk(String owner) {
    return owner.startsWith("java/")
        || owner.startsWith("javax/")
        || owner.startsWith("jdk/")
        || owner.startsWith("sun/");
  }

  private static void checkCall(Row row) {
    if (row.place() != null || row.unless() != null) {
      throw new IllegalArgumentException("at= and unless= are for bodies alone");
    }
    if (row.subject().kind() == Subject.Kind.SELF
        || row.when() == When.EXIT_IF_NEGATIVE
        || row.when() == When.EXIT_IF_ZERO) {
      throw new IllegalArgumentException(
          "self, exit-if-negative and exit-if-zero are for bodies alone");
    }
    if (row.effect() == Effect.MONITOR) {
      throw new IllegalArgumentException("effect monitor is observed in bodies, write 'body'");
    }
  }

  private static void checkSubject(Row row) {
    String descriptor = row.place() == null ? row.descriptor() : row.place().descriptor();
    Subject subject = row.subject();
    if (subject.kind() == Subject.Kind.ARGUMENT
        && subject.index() >= Descriptors.arguments(descriptor)) {
      throw new IllegalArgumentException("there is no " + subject + " in " + descriptor);
    }
    if (row.when() == When.EXIT_IF_ASKED && Descriptors.arguments(descriptor) < 2) {
      throw new IllegalArgumentException("there is no argument 1 in " + descriptor);
    }
    String result = Descriptors.result(descriptor);
    if (!row.when().fits(result)) {
      throw new IllegalArgumentException(
          Words.of(row.when()) + " does not fit the result of " + descriptor);
    }
    if (subject.kind() == Subject.Kind.RESULT) {
      checkResult(row, result);
    }
  }

  private static void checkResult(Row row, String result) {
    if (result != null && result.charAt(0) != 'L' && result.charAt(0) != '[') {
      throw new IllegalArgumentException("the result " + result + " is not an object");
    }
    if (row.when() == When.ENTRY) {
      throw new IllegalArgumentException("there is no result on entry");
    }
  }
}
