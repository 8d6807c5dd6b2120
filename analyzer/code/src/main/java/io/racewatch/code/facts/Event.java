package io.racewatch.code.facts;

import io.racewatch.code.api.Meaning;
import java.util.List;

/** Something that a method does. Instructions are numbered in the order of the class file. */
public sealed interface Event {
  /** Number of the instruction. */
  int at();

  /** Source line, 0 if unknown. */
  int line();

  /** The locks held before it. */
  Held held();

  /**
   * Reads or writes a field.
   *
   * @param field {@code owner.name} with the declaring class
   * @param base the object; null for static fields
   * @param value what is written, if it is a reference; or null
   */
  record FieldAccess(
      int at, int line, Held held, String field, boolean write, Path base, Path value)
      implements Event {}

  /**
   * Reads or writes an element.
   *
   * @param index the index with a # before it if it is constant, else null
   * @param value what is written, if it is a reference; or null
   */
  record ArrayAccess(
      int at, int line, Held held, boolean write, Path array, String index, Path value)
      implements Event {}

  /**
   * Asks for a lock.
   *
   * @param waits whether the thread waits until it gets it
   */
  record Request(int at, int line, Held held, Held.Lock lock, boolean waits) implements Event {}

  /**
   * Calls a method.
   *
   * @param opcode of the instruction
   * @param owner the class named there
   * @param arguments the receiver first, if there is one; unknown paths for numbers
   * @param type the best that is known of the receiver's class
   * @param result what is returned, if it is a reference; or null
   * @param last the last argument with a # before it if it is a constant int, else null
   */
  record Call(
      int at,
      int line,
      Held held,
      int opcode,
      String owner,
      String name,
      String descriptor,
      List<Path> arguments,
      String type,
      Meaning meaning,
      Path result,
      String last)
      implements Event {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** Whether there is a receiver. */
    public boolean instance() {
      return opcode != org.objectweb.asm.Opcodes.INVOKESTATIC;
    }

    /** An argument as tables count them: -1 is the receiver; null if there is none. */
    public Path argument(int number) {
      int index = number + (instance() ? 1 : 0);
      return index < 0 || index >= arguments.size() ? null : arguments.get(index);
    }
  }

  /**
   * Returns normally.
   *
   * @param value what is returned, if it is a reference; or null
   * @param attempt the lock that is held if the number returned is not 0; or null
   */
  record Return(int at, int line, Held held, Path value, Held.Lock attempt) implements Event {}
}
