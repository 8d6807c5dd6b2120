package com.example.guest;

import java.lang.reflect.Method;
import java.nio.file.Path;

/**
 * A program that carries old versions of libraries that racewatch uses itself, and works with them.
 * By reflection, since the build's own class path has the new ones.
 */
public final class OldLibraries {
  private OldLibraries() {}

  /** Prints what it finds. */
  public static void main(String[] arguments) throws Exception {
    asm();
    jgrapht();
    jackson();
    byteBuddy();
  }

  private static void asm() throws Exception {
    Class<?> type = from("org.objectweb.asm.ClassWriter");
    Object writer = type.getConstructor(int.class).newInstance(0);
    type.getMethod(
            "visit", int.class, int.class, String.class, String.class, String.class, String[].class)
        .invoke(writer, 52, 1, "A", null, "java/lang/Object", null);
    System.out.println(((byte[]) type.getMethod("toByteArray").invoke(writer)).length);
  }

  private static void jgrapht() throws Exception {
    Class<?> type = from("org.jgrapht.graph.DefaultDirectedGraph");
    Class<?> edge = from("org.jgrapht.graph.DefaultEdge");
    Object graph = type.getConstructor(Class.class).newInstance(edge);
    Method addVertex = type.getMethod("addVertex", Object.class);
    addVertex.invoke(graph, "a");
    addVertex.invoke(graph, "b");
    type.getMethod("addEdge", Object.class, Object.class).invoke(graph, "a", "b");
    System.out.println(graph);
  }

  private static void jackson() throws Exception {
    Class<?> type = from("com.fasterxml.jackson.core.JsonFactory");
    Object factory = type.getConstructor().newInstance();
    Object parser = type.getMethod("createParser", String.class).invoke(factory, "{\"a\":1}");
    Method nextToken = from("com.fasterxml.jackson.core.JsonParser").getMethod("nextToken");
    System.out.println(nextToken.invoke(parser) + " " + nextToken.invoke(parser));
    System.out.println(type.getMethod("version").invoke(factory));
  }

  private static void byteBuddy() throws Exception {
    System.out.println(from("net.bytebuddy.ClassFileVersion").getField("JAVA_V8").get(null));
  }

  private static Class<?> from(String name) throws Exception {
    Class<?> type = Class.forName(name);
    Path jar = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    System.out.println(name + " from " + jar.getFileName());
    return type;
  }
}
