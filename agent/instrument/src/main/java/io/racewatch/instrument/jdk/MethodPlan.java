package io.racewatch.instrument.jdk;

import io.racewatch.model.catalog.Effect;
import io.racewatch.model.catalog.Place;
import io.racewatch.model.catalog.Row;
import io.racewatch.model.catalog.Subject;
import io.racewatch.model.catalog.When;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What is woven into one method.
 *
 * @param owner internal name of its class
 * @param access its access flags
 * @param descriptor its descriptor
 * @param freeLocal first local that it does not use
 * @param rows its rows, in the order of the catalogue
 * @param shape of its class
 */
record MethodPlan(
    String owner, int access, String descriptor, int freeLocal, List<Row> rows, ClassShape shape) {

  /** The plan of a method with those rows that suit it. */
  static MethodPlan of(
      String owner, ClassShape shape, int access, String name, String descriptor, List<Row> rows) {
    String key = name + descriptor;
    MethodPlan all = new MethodPlan(owner, access, descriptor, shape.freeLocal(key), rows, shape);
    List<Row> some = new ArrayList<>();
    for (Row row : rows) {
      if (!shape.intrinsic(key) && row.matches(name, descriptor) && all.suits(row, key)) {
        some.add(row);
      }
    }
    return new MethodPlan(owner, access, descriptor, all.freeLocal, List.copyOf(some), shape);
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  /** Rows at the method's own entry or exits. */
  List<Row> own(boolean entry) {
    List<Row> own = new ArrayList<>();
    for (Row row : rows) {
      if (row.place() == null
          && row.effect() != Effect.MONITOR
          && (row.when() == When.ENTRY) == entry) {
        own.add(row);
      }
    }
    return own;
  }

  /** Rows at an instruction. */
  List<Row> at(Place.Kind kind, String itsOwner, String itsName, String itsDescriptor) {
    List<Row> here = List.of();
    for (Row row : rows) {
      Place place = row.place();
      if (place != null
          && place.kind() == kind
          && place.matches(itsOwner, itsName, itsDescriptor)) {
        here = here.isEmpty() ? new ArrayList<>() : here;
        here.add(row);
      }
    }
    return here;
  }

  /** The row that says that monitors are observed; null if none does. */
  Row monitor() {
    for (Row row : rows) {
      if (row.effect() == Effect.MONITOR) {
        return row;
      }
    }
    return null;
  }

  /** Local of an argument of the method. */
  int argumentLocal(int index) {
    int local = isStatic() ? 0 : 1;
    Type[] types = Type.getArgumentTypes(descriptor);
    for (int i = 0; i < index; i++) {
      local += types[i].getSize();
    }
    return local;
  }

  private boolean suits(Row row, String key) {
    Subject subject = row.subject();
    boolean ofSelf =
        subject.kind() == Subject.Kind.SELF
            || row.unless() != null
            || (row.place() == null && subject.kind() == Subject.Kind.THIS);
    if (ofSelf && row.effect() != Effect.MONITOR && isStatic()) {
      return false;
    }
    if (subject.field() != null && shape.field(subject.field()) == null) {
      return false;
    }
    if (row.unless() != null && shape.field(row.unless()) == null) {
      return false;
    }
    if (row.container() != null && !hasContainer(row.container())) {
      return false;
    }
    return row.place() != null || suitsArgument(row, key);
  }

  private boolean hasContainer(Subject container) {
    return !isStatic() && (container.field() == null || shape.field(container.field()) != null);
  }

  /** An argument must still be in its local when it is looked at. */
  private boolean suitsArgument(Row row, String key) {
    if (row.subject().kind() != Subject.Kind.ARGUMENT) {
      return true;
    }
    int index = row.subject().index();
    Type[] types = Type.getArgumentTypes(descriptor);
    return index < types.length
        && types[index].getSort() >= Type.ARRAY
        && (row.when() == When.ENTRY || !shape.stores(key, argumentLocal(index)));
  }
}
