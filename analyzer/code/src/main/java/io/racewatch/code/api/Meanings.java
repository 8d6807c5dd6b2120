package io.racewatch.code.api;

import io.racewatch.bytecode.TypeIndex;
import io.racewatch.model.catalog.Catalog;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What calls mean, each looked up once. Safe for several threads. */
public final class Meanings {
  private static final Meaning FOREIGN = new Meaning(Map.of(), List.of(), 0, 0, false);
  private static final Meaning JDK = new Meaning(Map.of(), List.of(), 0, 0, true);

  private final TypeIndex types;
  private final Catalog catalog;
  private final ThreadRows threads;
  private final Map<String, Meaning> known = new ConcurrentHashMap<>();
  private final Map<String, Boolean> subtypes = new ConcurrentHashMap<>();

  /** Meanings by these tables; {@code types} knows the program's classes and the JDK's. */
  public Meanings(TypeIndex types, Catalog catalog, ThreadRows threads) {
    this.types = types;
    this.catalog = catalog;
    this.threads = threads;
  }

  /** What a call means whose receiver is, as far as is known, of the owner's type. */
  public Meaning of(String owner, String name, String descriptor) {
    List<Row> rows = catalog.calls(name, descriptor);
    List<ThreadRow> mine = threads.of(name, descriptor);
    if (rows.isEmpty() && mine.isEmpty() || owner.startsWith("[")) {
      return isJdk(owner) ? JDK : FOREIGN;
    }
    return known.computeIfAbsent(
        owner + '.' + name + descriptor, key -> make(owner, name, descriptor, mine));
  }

  /** Whether a type is another or extends it; kept. */
  public boolean isA(String type, String of) {
    if (type == null) {
      return false;
    }
    return type.equals(of)
        || subtypes.computeIfAbsent(type + ' ' + of, key -> types.isSubtype(type, of));
  }

  /** Whether a class is the JDK's, by its name. */
  public static boolean isJdk(String type) {
    return type.startsWith("java/")
        || type.startsWith("jdk/")
        || type.startsWith("sun/")
        || type.startsWith("[");
  }

  private Meaning make(String owner, String name, String descriptor, List<ThreadRow> mine) {
    Map<Effect, ThreadRow> effects = new EnumMap<>(Effect.class);
    for (ThreadRow row : mine) {
      if (!effects.containsKey(row.effect()) && isA(owner, row.owner())) {
        effects.put(row.effect(), row);
      }
    }
    List<Row> locks = new ArrayList<>();
    int library = 0;
    int argument = 0;
    for (Row row : catalog.calls(name, descriptor, type -> isA(owner, type))) {
      switch (row.effect()) {
        case REQUEST, ACQUIRE, RELEASE -> locks.add(row);
        case LIBRARY_READ, LIBRARY_WRITE -> {
          int strength = row.effect() == io.racewatch.model.catalog.Effect.LIBRARY_WRITE ? 2 : 1;
          if (row.subject().kind() == Subject.Kind.THIS) {
            library = Math.max(library, strength);
          } else if (row.subject().kind() == Subject.Kind.ARGUMENT) {
            argument = Math.max(argument, strength);
          }
        }
        default -> {
          // Orders between threads: seen in the table of threads, or by the type of the object.
        }
      }
    }
    return new Meaning(effects, locks, library, argument, isJdk(owner));
  }
}
