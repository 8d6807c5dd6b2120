package io.racewatch.runtime;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Drops our own members, whose names start with {@code $rw$}, from what reflection sees. Called by
 * the JDK's reflection once a class; no lambdas, since it runs beneath them. Thread-safe.
 */
public final class MemberFilter {
  private static final String PREFIX = "$rw$";

  private MemberFilter() {}

  /** The fields without ours; the same array if there is nothing to hide. */
  public static Field[] fields(Field[] fields) {
    return ours(fields) == 0 ? fields : without(fields);
  }

  /** The methods without ours; the same array if there is nothing to hide. */
  public static Method[] methods(Method[] methods) {
    return ours(methods) == 0 ? methods : without(methods);
  }

  private static int ours(Member[] members) {
    int count = 0;
    for (Member member : members) {
      if (member.getName().startsWith(PREFIX)) {
        count++;
      }
    }
    return count;
  }

  private static <M extends Member> M[] without(M[] members) {
    M[] rest = Arrays.copyOf(members, members.length - ours(members));
    int next = 0;
    for (M member : members) {
      if (!member.getName().startsWith(PREFIX)) {
        rest[next++] = member;
      }
    }
    return rest;
  }
}
