package io.racewatch.instrument.weave;

import io.racewatch.instrument.tape.HookTape;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * One run of a sample woven, and one unwoven.
 *
 * @param result of the woven class: what it returned or threw
 * @param events that its hooks saw
 */
record Sampled(String result, String resultUnwoven, List<String> events, Class<?> type) {
  private static final String SAMPLES = "io.racewatch.instrument.samples.";

  static Sampled run(Class<? extends Callable<String>> sample) {
    return run(sample.getName(), WeaveMode.loading(true));
  }

  static Sampled run(String name, WeaveMode mode) {
    try {
      Class<?> plain = load(name, null);
      Class<?> woven = load(name, mode);
      String expected = call(plain);
      HookTape.start();
      String result = call(woven);
      return new Sampled(result, expected, HookTape.stop(), woven);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static Class<?> load(String name, WeaveMode mode) throws ClassNotFoundException {
    return Class.forName(name, true, new WeavingLoader(n -> n.startsWith(SAMPLES), mode));
  }

  private static String call(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Callable<?> sample = (Callable<?>) constructor.newInstance();
    try {
      return String.valueOf(sample.call());
    } catch (Exception e) {
      return e.toString();
    }
  }
}
