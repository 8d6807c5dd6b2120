package com.example.programs;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamField;
import java.io.Serializable;
import java.util.HexFormat;
import java.util.List;

/** Computed serialVersionUIDs, fields and bytes. */
@SuppressWarnings("serial")
final class Serialized implements Runnable {
  private enum Level {
    LOW
  }

  private record Pair(int left, String right) implements Serializable {}

  private static class Plain implements Serializable {
    static int count;
    int visible = 1;
    protected String text = "text";
    long[] numbers = {1, 2};
    private transient int skipped = 5;
    Level level = Level.LOW;

    int skipped() {
      return skipped + count;
    }
  }

  private static class WithInitializer extends Plain {
    static {
      count = 4;
    }

    private final Pair pair = new Pair(3, "three");
    private Runnable lambda = (Runnable & Serializable) () -> System.out.println("from afar");
  }

  @Override
  public void run() {
    for (Class<?> type : List.of(Plain.class, WithInitializer.class, Pair.class, Level.class)) {
      ObjectStreamClass form = ObjectStreamClass.lookup(type);
      System.out.println(form);
      for (ObjectStreamField field : form.getFields()) {
        System.out.println("  " + field);
      }
    }
    try {
      WithInitializer object = new WithInitializer();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(object);
      }
      System.out.println(HexFormat.of().formatHex(bytes.toByteArray()));
      read(bytes.toByteArray());
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      WithInitializer back = (WithInitializer) in.readObject();
      System.out.println(back.visible + back.text + back.numbers[1] + back.skipped() + back.level);
      System.out.println(back.pair);
      back.lambda.run();
    }
  }
}
