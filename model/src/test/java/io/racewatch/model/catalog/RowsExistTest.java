package io.racewatch.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looks each row up in the JDK that runs the test. Run {@link #main} for another JDK. */
class RowsExistTest {
  @Test
  void eachRowNamesAMethodOfThisJdk() {
    assertThat(problems(Runtime.version().feature())).isEmpty();
  }

  /** Prints what is wrong on this JDK; status 1 if anything is. */
  public static void main(String[] args) {
    List<String> problems = problems(Runtime.version().feature());
    problems.forEach(System.out::println);
    System.out.println(problems.size() + " problems");
    System.exit(problems.isEmpty() ? 0 : 1);
  }

  private static List<String> problems(int feature) {
    List<String> problems = new ArrayList<>();
    for (Row row : Catalog.load().forFeature(feature).rows()) {
      String problem = problem(row);
      if (problem != null) {
        problems.add(row + ": " + problem);
      }
    }
    return problems;
  }

  private static String problem(Row row) {
    Class<?> owner;
    try {
      owner = Class.forName(row.owner().replace('/', '.'), false, null);
    } catch (ClassNotFoundException e) {
      return "no such class";
    }
    if (row.method().equals("*")) {
      return null;
    }
    boolean found = false;
    for (Executable method : methods(owner, row.where() == Where.CALL)) {
      if (row.matches(nameOf(method), descriptor(method))) {
        found = true;
        String misfit = misfit(row, method);
        if (misfit != null) {
          return misfit;
        }
      }
    }
    return found ? null : "no such method";
  }

  /** A row for any descriptor must suit each overload that it meets. */
  private static String misfit(Row row, Executable method) {
    if (row.where() == Where.BODY && Modifier.isAbstract(method.getModifiers())) {
      return "has no body";
    }
    if (row.place() != null) {
      return null;
    }
    Subject subject = row.subject();
    if (subject.kind() == Subject.Kind.THIS && Modifier.isStatic(method.getModifiers())) {
      return "static, there is no receiver";
    }
    if (subject.kind() == Subject.Kind.ARGUMENT
        && (subject.index() >= method.getParameterCount()
            || method.getParameterTypes()[subject.index()].isPrimitive())) {
      return "no object is " + subject;
    }
    String result = Descriptors.result(descriptor(method));
    boolean object = result.charAt(0) == 'L' || result.charAt(0) == '[';
    boolean fits = row.when().fits(result) && (subject.kind() != Subject.Kind.RESULT || object);
    return fits ? null : "the result " + result + " does not fit";
  }

  private static List<Executable> methods(Class<?> owner, boolean inherited) {
    List<Executable> all = new ArrayList<>(List.of(owner.getDeclaredMethods()));
    all.addAll(List.of(owner.getDeclaredConstructors()));
    if (inherited) {
      all.addAll(List.of(owner.getMethods()));
    }
    return all;
  }

  private static String nameOf(Executable method) {
    return method instanceof java.lang.reflect.Constructor ? "<init>" : method.getName();
  }

  private static String descriptor(Executable method) {
    Class<?> result = method instanceof java.lang.reflect.Method m ? m.getReturnType() : void.class;
    return MethodType.methodType(result, method.getParameterTypes()).toMethodDescriptorString();
  }
}
