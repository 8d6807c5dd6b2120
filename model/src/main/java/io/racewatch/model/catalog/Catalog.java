package io.racewatch.model.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All rows. Immutable, and safe for all threads. */
public final class Catalog {
  private static final String BUILT_IN = "sync-primitives.txt";
  private static final String ACCIDENTAL = "sync-accidental.txt";

  private final List<Row> rows;
  private final Map<String, List<Row>> byName = new HashMap<>();
  private final Map<String, List<Row>> bySignature = new HashMap<>();

  private Catalog(List<Row> rows) {
    this.rows = List.copyOf(rows);
    index();
  }

  /** The built-in rows, of every JDK. */
  public static Catalog load() {
    return new Catalog(builtIn());
  }

  /**
   * The user's rows and the built-in ones. The user's come first, so they win over a built-in owner
   * where both match.
   *
   * @throws CatalogException naming the line, if a row is bad
   * @throws IOException if the file cannot be read
   */
  public static Catalog load(Path user) throws IOException {
    return load(user, false);
  }

  /**
   * The same.
   *
   * @param user may be null
   * @param accidental whether edges that only the insides of the JDK happen to give count too
   */
  public static Catalog load(Path user, boolean accidental) throws IOException {
    List<Row> rows = new ArrayList<>();
    if (user != null) {
      try (Reader reader = Files.newBufferedReader(user)) {
        rows.addAll(read(reader, user.toString(), true));
      }
    }
    if (accidental) {
      rows.addAll(resource(ACCIDENTAL));
    }
    rows.addAll(builtIn());
    return new Catalog(rows);
  }

  /**
   * Rows from a text.
   *
   * @param name stands in messages for the file
   */
  public static Catalog parse(Reader text, String name) throws IOException {
    return new Catalog(read(text, name, true));
  }

  /** Only the rows that exist in the JDK of this feature release, such as 17. */
  public Catalog forFeature(int feature) {
    List<Row> some = new ArrayList<>();
    for (Row row : rows) {
      if (row.in(feature)) {
        some.add(row);
      }
    }
    return new Catalog(some);
  }

  /** The rows that matter where only locks do: locks, waits, and what orders whole threads. */
  public Catalog forLocks() {
    List<Row> some = new ArrayList<>();
    for (Row row : rows) {
      if (row.matters()) {
        some.add(row);
      }
    }
    return new Catalog(some);
  }

  /** All rows in the order of the file. */
  public List<Row> rows() {
    return rows;
  }

  /** Rows observed in bodies of JDK classes. */
  public List<Row> bodies() {
    List<Row> bodies = new ArrayList<>();
    for (Row row : rows) {
      if (row.where() == Where.BODY) {
        bodies.add(row);
      }
    }
    return bodies;
  }

  /**
   * Rows of calls to a method of this name and descriptor, of any owner, in the order of the file.
   * Costs one or two hash look-ups; empty for nearly all methods.
   */
  public List<Row> calls(String method, String descriptor) {
    List<Row> named = byName.get(method);
    if (named == null) {
      return List.of();
    }
    // A signature of no row of its own can still be meant by a row for any descriptor.
    List<Row> exact = bySignature.get(method.concat(descriptor));
    List<Row> found = exact != null ? exact : bySignature.get(method.concat("*"));
    return found == null ? List.of() : Collections.unmodifiableList(found);
  }

  /**
   * The rows that a call gets: those of the first owner, in the order of the file, that the called
   * type is or extends. Owners further down are more general and are left out, or the same call
   * would be counted twice.
   *
   * @param isA whether the owner in the call instruction is, or extends, a type
   */
  public List<Row> calls(String method, String descriptor, Predicate<String> isA) {
    List<Row> candidates = calls(method, descriptor);
    String owner = null;
    List<Row> found = new ArrayList<>();
    for (Row row : candidates) {
      if (owner == null && isA.test(row.owner())) {
        owner = row.owner();
      }
      if (row.owner().equals(owner)) {
        found.add(row);
      }
    }
    return found;
  }

  private void index() {
    for (Row row : rows) {
      if (row.where() == Where.CALL) {
        List<Row> named = byName.get(row.method());
        if (named == null) {
          named = new ArrayList<>();
          byName.put(row.method(), named);
        }
        named.add(row);
      }
    }
    for (Map.Entry<String, List<Row>> named : byName.entrySet()) {
      for (Row row : named.getValue()) {
        indexSignature(row.method(), row.descriptor(), named.getValue());
      }
    }
  }

  private void indexSignature(String name, String descriptor, List<Row> named) {
    String signature = name.concat(descriptor);
    if (bySignature.containsKey(signature)) {
      return;
    }
    List<Row> some = new ArrayList<>();
    for (Row row : named) {
      if (row.matches(name, descriptor)) {
        some.add(row);
      }
    }
    bySignature.put(signature, some);
  }

  private static List<Row> builtIn() {
    return resource(BUILT_IN);
  }

  private static List<Row> resource(String name) {
    try (InputStream in = Catalog.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is missing");
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8), name, false);
    } catch (IOException e) {
      throw new UncheckedIOException("the built-in catalogue cannot be read", e);
    }
  }

  private static List<Row> read(Reader text, String name, boolean strict) throws IOException {
    List<Row> rows = new ArrayList<>();
    RowParser parser = new RowParser(strict);
    BufferedReader lines = new BufferedReader(text);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      try {
        parser.parse(line, rows);
      } catch (IllegalArgumentException e) {
        throw new CatalogException(name, number, e.getMessage(), e);
      }
    }
    return rows;
  }
}
