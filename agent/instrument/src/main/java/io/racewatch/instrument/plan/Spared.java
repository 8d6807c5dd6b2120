package io.racewatch.instrument.plan;

import io.racewatch.bytecode.FieldFact;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.runtime.FieldUsers;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.objectweb.asm.ClassReader;

/**
 * The fields that need no checks, and what that rests on: that whoever accesses them was known when
 * the plan was made. A class that was not known, or is another one now, and accesses such a field,
 * or somebody who reaches it by reflection, a handle or {@code Unsafe}, ends it for that field: the
 * classes that were woven without its checks are named by {@link #broken} to be woven again. Safe
 * from several threads at once.
 */
public final class Spared implements FieldUsers {
  /** Nothing is spared. */
  public static final Spared NONE = new Spared(new PlanFile(Map.of(), Set.of()));

  private static final int HASH = 16;
  private static final int FIELD_REF = 9;

  private final Map<String, String> classes;

  /** Keys of fields, each with the classes that were woven without its checks. */
  private final Map<String, Set<String>> users = new ConcurrentHashMap<>();

  /** Those whose owner has fields in the plan; never gets more. */
  private final Set<String> owners = ConcurrentHashMap.newKeySet();

  private final Queue<Broken> broken = new ConcurrentLinkedQueue<>();

  /**
   * An assumption did not hold.
   *
   * @param reason a line for the report
   * @param again binary names of the classes to weave again
   */
  public record Broken(String reason, Set<String> again) {}

  private Spared(PlanFile plan) {
    classes = new HashMap<>(plan.classes());
    for (String field : plan.fields()) {
      users.put(field, ConcurrentHashMap.newKeySet());
      owners.add(field.substring(0, field.lastIndexOf('.')));
    }
  }

  /**
   * Reads a plan.
   *
   * @throws IOException if it cannot be read or is none
   */
  public static Spared read(Path file) throws IOException {
    return new Spared(PlanFile.read(file));
  }

  /** Whether accesses to a field need no checks in a class, which is noted. */
  public boolean spares(FieldFact fact, String field, String in) {
    if (owners.isEmpty()) {
      return false;
    }
    Set<String> its = users.get(fact.owner().name() + '.' + field);
    if (its == null) {
      return false;
    }
    its.add(in.replace('/', '.'));
    // Somebody may have ended it in between: then the class is not among those to be woven again.
    return users.containsKey(fact.owner().name() + '.' + field);
  }

  /** A class is about to be woven for the first time. */
  public void loads(String name, byte[] classFile, TypeIndex types) {
    if (owners.isEmpty() || hash(classFile).equals(classes.get(name))) {
      return;
    }
    if (owners.contains(name)) {
      end(name, null, name.replace('/', '.') + " is another class than the plan was made for");
    }
    ClassReader reader = new ClassReader(classFile);
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at > 0 && reader.readByte(at - 1) == FIELD_REF) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(at + 2));
        String owner = reader.readClass(at, buffer);
        String field = reader.readUTF8(nameAndType, buffer);
        FieldFact fact = types.field(owner, field, reader.readUTF8(nameAndType + 2, buffer));
        String declaring = fact == null ? owner : fact.owner().name();
        if (owners.contains(declaring)) {
          end(declaring, field, name.replace('/', '.') + " was not known to the plan and uses");
        }
      }
    }
  }

  @Override
  public void reached(String declaring) {
    String owner = declaring.replace('.', '/');
    if (owners.contains(owner)) {
      end(owner, null, "reflection, a handle or a copy reaches the fields of " + declaring);
    }
  }

  /** Ends it for a field of a class, or for all of them where none is named. */
  private void end(String owner, String field, String why) {
    for (String key : users.keySet()) {
      boolean its = key.substring(0, key.lastIndexOf('.')).equals(owner);
      if (its && (field == null || key.endsWith('.' + field))) {
        Set<String> again = users.remove(key);
        if (again != null) {
          String member = key.replace('/', '.');
          broken.add(
              new Broken("static-plan: " + member + " is checked from now on: " + why, again));
        }
      }
    }
  }

  /** The next assumption that did not hold, or null. */
  public Broken broken() {
    return broken.poll();
  }

  private static String hash(byte[] classFile) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(classFile);
      return HexFormat.of().formatHex(whole, 0, HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
