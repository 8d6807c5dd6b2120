package com.example.beside;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.esotericsoftware.kryo.serializers.FieldSerializer;
import com.esotericsoftware.kryo.unsafe.UnsafeInput;
import com.esotericsoftware.kryo.unsafe.UnsafeOutput;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objenesis.ObjenesisStd;
import org.objenesis.strategy.StdInstantiatorStrategy;

/**
 * Objects that Kryo writes field by field, by reflection, by generated code and by Unsafe, and
 * reads into instances that Objenesis made without a constructor: the bytes must be the same.
 */
public final class Kryos {
  private Kryos() {}

  private static class Part {
    private int number;
    protected String text;
    public long[] cells;
    private volatile double rate;
    private transient int skipped = 3;
    private final List<Part> parts = new ArrayList<>();

    Part(int number) {
      this.number = number;
      text = "part " + number;
      cells = new long[] {number, skipped};
      rate = number / 2.0;
    }

    final String all() {
      return number + text + cells[0] + cells[1] + rate + skipped + parts.size();
    }
  }

  private static final class Whole extends Part {
    private Map<String, Part> named = new TreeMap<>();
    private Part itself = this;

    Whole() {
      super(9);
      for (int i = 0; i < 3; i++) {
        named.put("n" + i, new Part(i));
      }
    }
  }

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    for (boolean unsafe : new boolean[] {false, true}) {
      Thread[] crew = new Thread[2];
      String[] results = new String[crew.length];
      for (int i = 0; i < crew.length; i++) {
        int mine = i;
        crew[i] = new Thread(() -> results[mine] = roundTrip(unsafe));
        crew[i].start();
      }
      for (Thread thread : crew) {
        thread.join();
      }
      System.out.println(results[0] + " " + results[0].equals(results[1]));
    }
    Part bare = new ObjenesisStd().newInstance(Part.class);
    bare.number++;
    System.out.println(bare.number + " " + bare.text + " " + bare.parts);
  }

  private static String roundTrip(boolean unsafe) {
    Kryo kryo = new Kryo();
    kryo.setRegistrationRequired(false);
    kryo.setReferences(true);
    kryo.setInstantiatorStrategy(new StdInstantiatorStrategy());
    kryo.setDefaultSerializer(FieldSerializer.class);
    kryo.addDefaultSerializer(Map.class, com.esotericsoftware.kryo.serializers.MapSerializer.class);
    Output out = unsafe ? new UnsafeOutput(4096) : new Output(4096);
    Whole whole = new Whole();
    kryo.writeClassAndObject(out, whole);
    byte[] bytes = out.toBytes();
    Input in = unsafe ? new UnsafeInput(bytes) : new Input(bytes);
    Whole back = (Whole) kryo.readClassAndObject(in);
    return HexFormat.of().formatHex(bytes).hashCode()
        + " "
        + bytes.length
        + " "
        + back.all()
        + back.named.get("n2").all()
        + (back.itself == back)
        + kryo.copy(whole).all();
  }
}
