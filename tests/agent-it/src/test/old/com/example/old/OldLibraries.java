package com.example.old;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.File;
import java.util.concurrent.Callable;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.matcher.ElementMatchers;
import org.jgrapht.DirectedGraph;
import org.jgrapht.alg.CycleDetector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Uses libraries of long ago, each in two threads, and says where they came from. */
public final class OldLibraries {
  private OldLibraries() {}

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      run(OldLibraries::jackson);
      run(OldLibraries::graph);
      run(OldLibraries::asm);
      run(OldLibraries::byteBuddy);
    }
    System.out.println("done");
  }

  private static void run(Callable<String> part) throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              try {
                System.out.println(part.call());
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    thread.join();
  }

  private static String jackson() throws Exception {
    long sum = 0;
    try (JsonParser parser = new JsonFactory().createParser("{\"a\":[1,2,{\"b\":39}]}")) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        sum += token == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : 0;
      }
    }
    return sum + from(JsonFactory.class);
  }

  private static String graph() {
    DirectedGraph<String, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);
    for (String vertex : new String[] {"a", "b", "c", "d"}) {
      graph.addVertex(vertex);
    }
    graph.addEdge("a", "b");
    graph.addEdge("b", "c");
    graph.addEdge("c", "a");
    graph.addEdge("c", "d");
    return new CycleDetector<>(graph).findCycles().size() + from(CycleDetector.class);
  }

  private static String asm() throws Exception {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    writer.visit(
        Opcodes.V1_7, Opcodes.ACC_PUBLIC, "com/example/old/Made", null, "java/lang/Object", null);
    MethodVisitor method =
        writer.visitMethod(Opcodes.ACC_PUBLIC + Opcodes.ACC_STATIC, "answer", "()I", null, null);
    method.visitCode();
    method.visitIntInsn(Opcodes.BIPUSH, 42);
    method.visitInsn(Opcodes.IRETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
    writer.visitEnd();
    Object answer = new Loader(writer.toByteArray()).made.getMethod("answer").invoke(null);
    return answer + " " + Opcodes.ASM5 + from(ClassWriter.class);
  }

  private static String byteBuddy() throws Exception {
    Class<?> type =
        new ByteBuddy(ClassFileVersion.JAVA_V8)
            .subclass(Object.class)
            .method(ElementMatchers.named("toString"))
            .intercept(FixedValue.value("built"))
            .make()
            .load(OldLibraries.class.getClassLoader(), ClassLoadingStrategy.Default.WRAPPER)
            .getLoaded();
    return type.getDeclaredConstructor().newInstance() + from(ByteBuddy.class);
  }

  private static String from(Class<?> type) {
    String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    return " by " + new File(jar).getName();
  }

  private static final class Loader extends ClassLoader {
    private final Class<?> made;

    Loader(byte[] bytes) {
      super(OldLibraries.class.getClassLoader());
      made = defineClass(null, bytes, 0, bytes.length);
    }
  }
}
