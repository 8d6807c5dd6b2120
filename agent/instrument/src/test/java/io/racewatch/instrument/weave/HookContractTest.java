package io.racewatch.instrument.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests run against doubles of the hooks: here those are held against the real ones. */
class HookContractTest {
  private static final String REAL = "io.racewatch.runtime.";
  private static final String DOUBLE = "io.racewatch.instrument.tape.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hooks",
        "SyncHooks",
        "ElementHooks",
        "StampHooks",
        "JdkHooks",
        "DynamicHooks",
        "ThreadState"
      })
  void doublesHaveOnlyWhatTheRuntimeHas(String type) throws ClassNotFoundException {
    assertThat(signatures(REAL + type)).containsAll(signatures(DOUBLE + type));
  }

  private static Set<String> signatures(String type) throws ClassNotFoundException {
    Set<String> all = new TreeSet<>();
    ClassLoader loader = HookContractTest.class.getClassLoader();
    for (Method method : Class.forName(type, false, loader).getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        Stream<String> parameters =
            Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName);
        all.add(method.getReturnType().getSimpleName() + method.getName() + parameters.toList());
      }
    }
    return all;
  }
}
