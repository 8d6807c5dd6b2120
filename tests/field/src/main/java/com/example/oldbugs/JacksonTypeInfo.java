package com.example.oldbugs;

import com.example.field.Crew;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

/** jackson-databind 2.5.1: types that a mix-in tells to name themselves, written side by side. */
public final class JacksonTypeInfo {
  private static final int THREADS = 4;
  private static final int KINDS = 2;

  private JacksonTypeInfo() {}

  /** The argument is the number of mappers. */
  public static void main(String[] args) throws Exception {
    int mappers = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    AtomicInteger unnamed = new AtomicInteger();
    for (int i = 0; i < mappers; i++) {
      ObjectMapper mapper = new ObjectMapper();
      mapper.addMixInAnnotations(Kind.class, Named.class);
      CyclicBarrier start = new CyclicBarrier(THREADS);
      Crew.work(
          THREADS,
          number -> {
            start.await();
            Kind kind = number % KINDS == 0 ? new One() : new Two();
            String text = mapper.writeValueAsString(new Wrapper(kind));
            if (!text.contains("\"one\"") && !text.contains("\"two\"")) {
              unnamed.incrementAndGet();
            }
          });
    }
    System.out.println("mappers " + mappers);
    System.err.println("documents without the name of a type: " + unnamed);
  }

  /** What is written. */
  public interface Kind {}

  /** Tells Jackson to write the name of the type. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = One.class, name = "one"),
    @JsonSubTypes.Type(value = Two.class, name = "two")
  })
  public abstract static class Named {}

  /** One kind. */
  public static final class One implements Kind {
    public int getValue() {
      return 1;
    }
  }

  /** Another kind. */
  public static final class Two implements Kind {
    public int getValue() {
      return 2;
    }
  }

  /** Holds one of either. */
  public static final class Wrapper {
    private final Kind kind;

    Wrapper(Kind kind) {
      this.kind = kind;
    }

    public Kind getKind() {
      return kind;
    }
  }
}
