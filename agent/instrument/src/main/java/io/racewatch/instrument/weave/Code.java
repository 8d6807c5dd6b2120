package io.racewatch.instrument.weave;

import io.racewatch.bytecode.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/** What probes write with: the method's writer, its locals beyond the program's, its sites. */
final class Code {
  /** The writer; what goes here is not looked at again. */
  final MethodVisitor out;

  final MethodSites sites;

  private final int maxLocals;
  private final boolean hasFrames;
  private final List<Object> extras = new ArrayList<>();
  private final List<Temp> temps = new ArrayList<>();
  private final List<Handler> handlers = new ArrayList<>();
  private final Map<Object, Object> moved = new HashMap<>();
  private int thread = -1;
  private int ranges;
  private int firstRange;
  private AnalyzerAdapter types;

  /** Instructions with this label may also be reached as if from a label of the program. */
  Label entered;

  /**
   * For one method.
   *
   * @param maxLocals locals of the program
   * @param hasFrames whether class files of this version have stack maps
   */
  Code(MethodVisitor out, MethodSites sites, int maxLocals, boolean hasFrames) {
    this.out = out;
    this.sites = sites;
    this.maxLocals = maxLocals;
    this.hasFrames = hasFrames;
  }

  /** The types of locals and stack before the current instruction; needed for {@link #frame}. */
  void follow(AnalyzerAdapter analyzer) {
    types = analyzer;
  }

  /** A local that lives through the whole method, part of all frames. */
  int reserve(Object frameType) {
    extras.add(frameType);
    return maxLocals + extras.size() - 1;
  }

  /** Writes the load of this thread's state into a local of its own. */
  void keepThread() {
    thread = reserve(Names.THREAD_STATE);
    out.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        Names.THREAD_STATE,
        "current",
        "()L" + Names.THREAD_STATE + ";",
        false);
    // … thread
    out.visitVarInsn(Opcodes.ASTORE, thread);
    // …
  }

  /** Makes the ranges of the method, each in a local of its own. */
  void keepRanges(int count) {
    ranges = count;
    firstRange = maxLocals + extras.size();
    for (int i = 0; i < count; i++) {
      int local = reserve(Names.RANGE);
      call(Names.RANGE, "make", "()L" + Names.RANGE + ";");
      // range
      out.visitVarInsn(Opcodes.ASTORE, local);
      // -
    }
  }

  /** Pushes a range. */
  void range(int number) {
    out.visitVarInsn(Opcodes.ALOAD, firstRange + number);
  }

  /** Checks what the ranges hold. Leaves the stack as it is. */
  void endRanges() {
    for (int i = 0; i < ranges; i++) {
      range(i);
      thread();
      // … range thread
      call(Names.RANGE, "end", "(L" + Names.RANGE + ";L" + Names.THREAD_STATE + ";)V");
      // …
    }
  }

  /** Pushes this thread's state. */
  void thread() {
    if (thread >= 0) {
      out.visitVarInsn(Opcodes.ALOAD, thread);
    } else {
      out.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Names.THREAD_STATE,
          "current",
          "()L" + Names.THREAD_STATE + ";",
          false);
    }
  }

  /** Takes over what the initializer of the woven class did. Leaves the stack as it is. */
  void initOrder(ClassShape woven) {
    String name = woven.name();
    out.visitFieldInsn(Opcodes.GETSTATIC, name, woven.initializerField(), Names.INIT_CLOCK);
    // … clock
    String hook = "initOrder";
    String extra = "";
    if (woven.keepsSupers()) {
      out.visitLdcInsn(Type.getObjectType(name));
      // … clock class
      hook = "superOrder";
      extra = "Ljava/lang/Class;";
    }
    thread();
    // … clock (class) thread
    call(Names.HOOKS, hook, "(" + Names.INIT_CLOCK + extra + "L" + Names.THREAD_STATE + ";)V");
    // …
  }

  /** Tells that a class is used. Leaves the stack as it is. */
  void classUse(String type, int site) {
    out.visitLdcInsn(Type.getObjectType(type));
    // … class
    push(site);
    // … class site
    call(Names.SYNC_HOOKS, "classUse", "(Ljava/lang/Class;I)V");
    // …
  }

  /** Pushes this thread's state and a site. */
  void tail(int site) {
    thread();
    push(site);
  }

  /** Calls a hook whose last parameters are thread and site, which are pushed here. */
  void hook(String owner, String name, String parameters, int site) {
    tail(site);
    call(owner, name, "(" + parameters + Names.TAIL);
  }

  void hook(String name, String parameters, int site) {
    hook(Names.HOOKS, name, parameters, site);
  }

  void call(String owner, String name, String descriptor) {
    out.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }

  void insn(int opcode) {
    out.visitInsn(opcode);
  }

  void push(int value) {
    if (value >= -1 && value <= 5) {
      out.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value >= Byte.MIN_VALUE && value <= Byte.MAX_VALUE) {
      out.visitIntInsn(Opcodes.BIPUSH, value);
    } else if (value >= Short.MIN_VALUE && value <= Short.MAX_VALUE) {
      out.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      out.visitLdcInsn(value);
    }
  }

  /** The site of a lock. */
  int lockSite(Origin origin) {
    return sites.lock(origin, 0);
  }

  /** The same for a call with those flags of {@code Sites}. */
  int lockSite(Origin origin, int flags) {
    return sites.lock(origin, flags);
  }

  // Temporaries: free again after each probe.

  Temp store(Type type) {
    int index = maxLocals + extras.size();
    for (Temp other : temps) {
      index = Math.max(index, other.index + other.type.getSize());
    }
    Temp temp = new Temp(index, type);
    temps.add(temp);
    restore(temp);
    return temp;
  }

  /** Pops a new value into a temporary that was made before. */
  void restore(Temp temp) {
    out.visitVarInsn(temp.type.getOpcode(Opcodes.ISTORE), temp.index);
    temp.live = true;
  }

  void load(Temp temp) {
    out.visitVarInsn(temp.type.getOpcode(Opcodes.ILOAD), temp.index);
  }

  /**
   * Empties references too: an interpreted frame would keep the object from the garbage collector,
   * and the verifier for class files without stack maps would look for a common superclass of what
   * different branches left there, by loading classes that may not exist.
   */
  void freeTemps() {
    for (Temp temp : temps) {
      if (Names.isReference(temp.type.getDescriptor())) {
        out.visitInsn(Opcodes.ACONST_NULL);
        // … null
        out.visitVarInsn(Opcodes.ASTORE, temp.index);
        // …
      }
    }
    temps.clear();
  }

  // Frames.

  /** False in dead code, where no frame can be written. */
  boolean canJump() {
    return !hasFrames || types != null && types.locals != null;
  }

  /**
   * Writes a frame.
   *
   * @param dropped slots of the operand stack that the current instruction found and that are gone
   * @param pushed entries on top of the rest, or null for an empty stack with one exception
   */
  void frame(int dropped, Object... pushed) {
    if (hasFrames) {
      List<Object> stack = Frames.compact(types.stack, dropped);
      stack.addAll(List.of(pushed));
      write(currentLocals(), stack);
    }
  }

  /** Writes the frame of a handler: locals as they are, the exception alone on the stack. */
  void handlerFrame() {
    if (hasFrames) {
      write(currentLocals(), thrown());
    }
  }

  /** Writes the frame of a handler for the whole method, where no local of the program is sure. */
  void lastHandlerFrame() {
    if (hasFrames) {
      write(withExtras(new Object[0], 0), thrown());
    }
  }

  private static List<Object> thrown() {
    return new ArrayList<>(List.of("java/lang/Throwable"));
  }

  /** Passes on a frame of the program, which gets the locals that live through the method. */
  void programFrame(int localCount, Object[] locals, int stackCount, Object[] stack) {
    if (extras.isEmpty() && moved.isEmpty()) {
      out.visitFrame(Opcodes.F_NEW, localCount, locals, stackCount, stack);
    } else {
      write(
          withExtras(locals, localCount),
          new ArrayList<>(Arrays.asList(stack).subList(0, stackCount)));
    }
  }

  private List<Object> currentLocals() {
    Object[] locals = Frames.compact(types.locals, 0).toArray();
    List<Object> entries = withExtras(locals, locals.length);
    for (Temp temp : temps) {
      entries.add(temp.frameType());
      if (!temp.live && temp.type.getSize() == 2) {
        entries.add(Opcodes.TOP);
      }
    }
    return entries;
  }

  private List<Object> withExtras(Object[] locals, int count) {
    List<Object> entries = Frames.padded(locals, count, maxLocals);
    entries.addAll(extras);
    return entries;
  }

  /**
   * Hooks were written before an instruction: where it makes an object, frames must name the object
   * by a label right at it.
   */
  void move(List<Label> labels, Label instead) {
    for (Label label : labels) {
      moved.put(label, instead);
    }
  }

  private void write(List<Object> locals, List<Object> stack) {
    if (!moved.isEmpty()) {
      locals.replaceAll(entry -> moved.getOrDefault(entry, entry));
      stack.replaceAll(entry -> moved.getOrDefault(entry, entry));
    }
    out.visitFrame(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray());
  }

  // Handlers.

  /** A handler for everything, searched before those of the program. */
  void handler(Label start, Label end, Label target) {
    handlers.add(new Handler(start, end, target));
  }

  void writeHandlers() {
    for (Handler handler : handlers) {
      out.visitTryCatchBlock(handler.start, handler.end, handler.target, null);
    }
  }

  private record Handler(Label start, Label end, Label target) {}
}
