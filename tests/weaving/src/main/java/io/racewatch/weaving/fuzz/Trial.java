package io.racewatch.weaving.fuzz;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Comparator;

/** Runs a generated program once and writes down all that can be seen of it. */
final class Trial {
  private static final int DEPTH = 2;

  private Trial() {}

  /** Result or exception with its lines, then every field. */
  static String of(Class<?> program) {
    StringBuilder text = new StringBuilder();
    Object self = null;
    try {
      self = program.getConstructor().newInstance();
      for (int round = 0; round < 2; round++) {
        int arguments = round;
        text.append(
            outcome(self, program.getMethod(Program.ENTRY, int.class, Object.class), arguments));
      }
    } catch (InvocationTargetException thrown) {
      text.append(exception(thrown.getCause(), program));
    } catch (ReflectiveOperationException | LinkageError odd) {
      text.append(odd);
    }
    fields(program, self, text);
    // The loader's address, in messages of class casts, differs from loader to loader.
    return text.toString().replaceAll("@[0-9a-f]+", "@");
  }

  private static String outcome(Object self, java.lang.reflect.Method entry, int argument)
      throws ReflectiveOperationException {
    try {
      return entry.invoke(self, argument, self) + ";";
    } catch (InvocationTargetException thrown) {
      return exception(thrown.getCause(), self.getClass()) + ";";
    }
  }

  private static String exception(Throwable thrown, Class<?> program) {
    StringBuilder text = new StringBuilder(thrown.toString());
    int frames = 0;
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().equals(program.getName()) && frames++ < 20) {

        text.append(" at ").append(frame.getMethodName()).append(':').append(frame.getLineNumber());
      }
    }
    return text.toString();
  }

  private static void fields(Class<?> program, Object self, StringBuilder text) {
    Field[] fields = program.getDeclaredFields();
    Arrays.sort(fields, Comparator.comparing(Field::getName));
    for (Field field : fields) {
      // Hidden by a filter where the agent runs, which it does not here.
      if (!field.getName().startsWith("$rw$")) {
        try {
          text.append('\n').append(field.getName()).append('=');
          field.setAccessible(true);
          text.append(value(field.get(self), program, DEPTH));
        } catch (IllegalAccessException | RuntimeException odd) {
          text.append(odd);
        }
      }
    }
  }

  private static String value(Object value, Class<?> program, int depth) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof Character c) {
      return String.valueOf((int) c);
    }
    if (value.getClass().isArray()) {
      StringBuilder text = new StringBuilder(value.getClass().getTypeName());
      for (int i = 0; depth > 0 && i < Array.getLength(value); i++) {
        text.append(' ').append(value(Array.get(value, i), program, depth - 1));
      }
      return text.toString();
    }
    if (value instanceof CharSequence || value.getClass() == java.util.HashMap.class) {
      return value.getClass() == java.util.HashMap.class
          ? String.valueOf(((java.util.HashMap<?, ?>) value).size())
          : value.toString();
    }
    return value.getClass() == program ? "a program" : value.getClass().getName();
  }
}
