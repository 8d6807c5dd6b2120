package io.racewatch.runtime;

import io.racewatch.runtime.table.IdentityEntry;
import io.racewatch.runtime.table.IdentityTable;
import java.util.concurrent.atomic.AtomicInteger;

/** Short names for objects in reports: {@code Counter#1}. Numbers are given at first sight. */
final class Labels {
  private static final Table TABLE = new Table();
  private static final AtomicInteger LAST = new AtomicInteger();

  private Labels() {}

  private static final class Label extends IdentityEntry {
    final int number = LAST.incrementAndGet();

    Label(Object key) {
      super(key);
    }
  }

  private static final class Table extends IdentityTable<Label> {
    @Override
    protected Label make(Object key) {
      return new Label(key);
    }
  }

  /** The label of an object; for a static field the class part of the member. */
  static String of(Object subject, String member) {
    if (subject == null || subject instanceof Class<?>) {
      int dot = member.lastIndexOf('.');
      return dot < 0 ? member : member.substring(0, dot);
    }
    return of(subject);
  }

  static String of(Object object) {
    return ofType(object, object.getClass().getTypeName());
  }

  /** The label of an object under the name of another type. */
  static String ofType(Object object, String type) {
    int cut = Math.max(type.lastIndexOf('.'), type.lastIndexOf('$'));
    return type.substring(cut + 1) + "#" + TABLE.get(object).number;
  }
}
