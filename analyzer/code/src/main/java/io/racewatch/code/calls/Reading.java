package io.racewatch.code.calls;

import io.racewatch.bytecode.ClassHeader;
import io.racewatch.bytecode.TypeIndex;
import io.racewatch.code.api.Meanings;
import io.racewatch.code.api.ThreadRows;
import io.racewatch.code.facts.BodyReader;
import io.racewatch.code.facts.Event;
import io.racewatch.code.facts.MethodBody;
import io.racewatch.code.facts.Paths;
import io.racewatch.code.facts.World;
import io.racewatch.code.input.ClassFile;
import io.racewatch.model.catalog.Catalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Reads a program, class by class on several threads. A second and third round reads those methods
 * again that call methods of the program which return with a lock.
 */
public final class Reading {
  private static final int ROUNDS = 3;

  private final ClassTable classes = new ClassTable();
  private final Paths paths = new Paths();
  private final Meanings meanings;
  private final Map<String, ClassFile> files = new HashMap<>();
  private final Map<String, List<World.Net>> nets = new ConcurrentHashMap<>();
  private final World world;

  private Reading(TypeIndex types, Catalog catalog) {
    this.meanings = new Meanings(types, catalog, ThreadRows.load());
    this.world = new World(paths, classes::fieldKey, meanings, this::nets);
  }

  /**
   * Reads all.
   *
   * @param files of two of one name the first counts
   * @param types is given the headers of the files
   * @param pool runs the work
   */
  public static Program read(
      Collection<ClassFile> files, TypeIndex types, Catalog catalog, ForkJoinPool pool) {
    Reading reading = new Reading(types, catalog);
    files.forEach(file -> reading.shape(file, types));
    reading.each(pool, reading.classes.all(), facts -> reading.read(facts, null));
    for (int round = 1; round < ROUNDS && reading.findNets(); round++) {
      Map<String, Set<String>> again = reading.callers();
      reading.each(
          pool, again.keySet(), name -> reading.read(reading.classes.get(name), again.get(name)));
    }
    return new Program(reading.classes, reading.paths, reading.meanings);
  }

  private void shape(ClassFile file, TypeIndex to) {
    if (files.containsKey(file.name())) {
      return;
    }
    try {
      to.add(ClassHeader.of(file.reader(), false));
      classes.add(new ClassFacts(ClassShape.of(file.reader()), file.own()));
      files.put(file.name(), file);
    } catch (RuntimeException malformed) {
      // The rules about single classes meet it too and say so; here it is unknown.
    }
  }

  private <T> void each(ForkJoinPool pool, Collection<T> all, Consumer<T> work) {
    pool.submit(() -> all.parallelStream().forEach(work)).join();
  }

  private List<World.Net> nets(String owner, String name, String descriptor) {
    if (nets.isEmpty()) {
      return List.of();
    }
    MethodBody target = classes.resolve(owner, name + descriptor);
    return target == null ? List.of() : nets.getOrDefault(target.key(), List.of());
  }

  private void read(ClassFacts facts, Set<String> only) {
    ClassNode node = new ClassNode();
    try {
      files.get(facts.name()).reader().accept(node, ClassReader.SKIP_FRAMES);
    } catch (RuntimeException malformed) {
      return;
    }
    for (MethodNode method : node.methods) {
      boolean hasCode = (method.access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
      String signature = method.name + method.desc;
      if (hasCode && (only == null || only.contains(signature))) {
        MethodBody body = BodyReader.read(world, facts.name(), method, annotations(method));
        facts.bodies().put(signature, body);
      }
    }
  }

  private static Map<String, String> annotations(MethodNode method) {
    Map<String, String> notes = new HashMap<>();
    List<AnnotationNode> all = new ArrayList<>();
    all.addAll(method.visibleAnnotations == null ? List.of() : method.visibleAnnotations);
    all.addAll(method.invisibleAnnotations == null ? List.of() : method.invisibleAnnotations);
    for (AnnotationNode each : all) {
      each.accept(new Notes(each.desc, notes));
    }
    return notes;
  }

  /** Whether more methods are known to return with a lock than before. */
  private boolean findNets() {
    int before = nets.size();
    for (ClassFacts facts : classes.all()) {
      for (MethodBody body : facts.bodies().values()) {
        List<World.Net> its = body.nets();
        if (!its.isEmpty()) {
          nets.put(body.key(), its);
        }
      }
    }
    return nets.size() > before;
  }

  private Map<String, Set<String>> callers() {
    Map<String, Set<String>> callers = new HashMap<>();
    for (ClassFacts facts : classes.all()) {
      for (MethodBody body : facts.bodies().values()) {
        for (Event event : body.events()) {
          if (event instanceof Event.Call call
              && !nets(call.owner(), call.name(), call.descriptor()).isEmpty()) {
            callers.computeIfAbsent(facts.name(), k -> new HashSet<>()).add(body.signature());
          }
        }
      }
    }
    return callers;
  }
}
