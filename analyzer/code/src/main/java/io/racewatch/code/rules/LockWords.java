package io.racewatch.code.rules;

import io.racewatch.code.facts.Path;
import io.racewatch.code.summary.Touch;

/** What the locks that {@link Guards} names are called in reports. */
final class LockWords {
  private static final String EXPLICIT = " lock";
  private static final String CONSTANT = "constant ";

  private LockWords() {}

  /** As locks are named in reports: the field with its package, or the class of the object. */
  static String name(String lock, Touch touch) {
    String plain = plain(lock);
    if (plain.equals("this")) {
      return itself(touch) ? Refs.member(touch.object().name()) : Refs.dots(owner(touch));
    }
    return plain.startsWith(CONSTANT) ? "java.lang.String" : Refs.dots(plain);
  }

  /** In a sentence, such as {@code Account.lock} or {@code the monitor of its Account}. */
  static String label(String lock, Touch touch) {
    String plain = plain(lock);
    boolean explicit = lock.endsWith(EXPLICIT);
    if (plain.equals("this") && itself(touch)) {
      return Refs.simple(touch.object().name());
    }
    if (plain.equals("this")) {
      String type = Refs.simple(owner(touch));
      return explicit ? "the lock that its " + type + " is" : "the monitor of its " + type;
    }
    if (plain.startsWith(CONSTANT)) {
      return "the string \"" + plain.substring(CONSTANT.length()) + "\"";
    }
    boolean type = plain.indexOf('.') < 0 && !explicit;
    return type ? "the monitor of the " + Refs.simple(plain) : Refs.simple(plain);
  }

  /** Whether what a static field holds is its own lock. */
  private static boolean itself(Touch touch) {
    return touch.kind() != Touch.Kind.FIELD && touch.object().is(Path.Kind.STATIC);
  }

  private static String plain(String lock) {
    return lock.endsWith(EXPLICIT) ? lock.substring(0, lock.length() - EXPLICIT.length()) : lock;
  }

  /** The class of the object that is accessed; of a static field, the class that declares it. */
  private static String owner(Touch touch) {
    Path object = touch.object();
    boolean part = touch.kind() != Touch.Kind.FIELD;
    Path holder = part && object.parent() != null ? object.parent() : object;
    boolean typed = holder != null && holder.type() != null && !holder.type().startsWith("[");
    if (typed && part) {
      return holder.type();
    }
    String member = touch.member();
    boolean field = touch.kind() == Touch.Kind.FIELD;
    return field ? member.substring(0, member.lastIndexOf('.')) : "java/lang/Object";
  }
}
