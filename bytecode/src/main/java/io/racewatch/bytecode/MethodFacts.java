package io.racewatch.bytecode;

import java.util.BitSet;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * What the data flow of one method says about its operands. Instructions are numbered from 0 in the
 * order of the class file; labels, lines and frames do not count.
 */
public final class MethodFacts {
  /** Instructions times frame size above which a method is not followed: too dear at load time. */
  private static final long TOO_MUCH = 8_000_000;

  private static final MethodFacts NONE =
      new MethodFacts(new Frame<?>[0], new int[0], null, true, QuietLoops.none());

  private final Frame<?>[] frames;
  private final int[] positions;
  private final BitSet left;
  private final boolean stampLeft;
  private final QuietLoops loops;

  private MethodFacts(
      Frame<?>[] frames, int[] positions, BitSet left, boolean stampLeft, QuietLoops loops) {
    this.frames = frames;
    this.positions = positions;
    this.left = left;
    this.stampLeft = stampLeft;
    this.loops = loops;
  }

  /** Facts about a method that is not looked into: every origin is unknown. */
  public static MethodFacts none() {
    return NONE;
  }

  /**
   * Follows a method. One that cannot be followed yields no facts, never an error.
   *
   * @param owner internal name of its class
   */
  public static MethodFacts of(String owner, MethodNode method, TypeIndex types) {
    long size = (long) method.instructions.size() * (method.maxLocals + method.maxStack);
    if (size > TOO_MUCH) {
      return NONE;
    }
    OriginInterpreter interpreter = new OriginInterpreter(owner, method, types);
    try {
      Frame<?>[] frames = new OriginAnalyzer(interpreter).analyze(owner, method);
      int[] positions = positions(method.instructions);
      QuietLoops loops = QuietLoops.of(method, types);
      return new MethodFacts(frames, positions, interpreter.left(), interpreter.stampLeft(), loops);
    } catch (AnalyzerException | RuntimeException unusual) {
      return NONE;
    }
  }

  private static int[] positions(InsnList code) {
    int[] positions = new int[code.size()];
    int count = 0;
    for (AbstractInsnNode at = code.getFirst(); at != null; at = at.getNext()) {
      if (at.getOpcode() >= 0) {
        positions[count++] = code.indexOf(at);
      }
    }
    return java.util.Arrays.copyOf(positions, count);
  }

  /**
   * Origin of an operand before an instruction runs.
   *
   * @param instruction its number
   * @param depth 0 for the top of the stack; a long or double counts as one
   */
  public Origin operand(int instruction, int depth) {
    Frame<?> frame = instruction < positions.length ? frames[positions[instruction]] : null;
    int at = frame == null ? -1 : frame.getStackSize() - 1 - depth;
    return at < 0 ? Origin.ONE : (Origin) frame.getStack(at);
  }

  /** True for an array or library object that was made in this method and never leaves it. */
  public boolean staysLocal(Origin origin) {
    return origin.kind() == Origin.Kind.FRESH && !left.get(origin.allocation());
  }

  /** Whether the stamp of an optimistic read that the method begins may be used outside of it. */
  public boolean stampLeaves() {
    return stampLeft;
  }

  /** Whether an instruction is in a loop in which nothing can synchronise. */
  public boolean inQuietLoop(int instruction) {
    return loops.contains(instruction);
  }

  /** The instructions before which such a loop may just have been left, by number. */
  public BitSet loopExits() {
    return loops.exits();
  }

  private static final class OriginAnalyzer extends Analyzer<Origin> {
    OriginAnalyzer(OriginInterpreter interpreter) {
      super(interpreter);
    }

    @Override
    protected Frame<Origin> newFrame(int locals, int stack) {
      return new OriginFrame(locals, stack);
    }

    @Override
    protected Frame<Origin> newFrame(Frame<? extends Origin> frame) {
      return new OriginFrame(frame);
    }
  }
}
