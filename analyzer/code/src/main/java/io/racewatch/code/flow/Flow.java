package io.racewatch.code.flow;

import io.racewatch.bytecode.TypeIndex;
import java.util.Arrays;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/** Values at each instruction of one method, and the ways from one to the next. */
public final class Flow {
  /** Instructions times frame size above which a method is not followed. */
  private static final long TOO_MUCH = 16_000_000;

  private final Frame<Value>[] frames;
  private final int[][] next;
  private final int[][] onThrow;

  private Flow(Frame<Value>[] frames, int[][] next, int[][] onThrow) {
    this.frames = frames;
    this.next = next;
    this.onThrow = onThrow;
  }

  /** Follows a method; if that cannot be done, no instruction counts as reached. */
  static Flow of(String owner, MethodNode method, TypeIndex types) {
    int size = method.instructions.size();
    if ((long) size * (method.maxLocals + method.maxStack) > TOO_MUCH) {
      return none(size);
    }
    Edges edges = new Edges(size, new ValueInterpreter(method, types));
    try {
      Frame<Value>[] frames = edges.analyze(owner, method);
      return new Flow(frames, edges.next, edges.onThrow);
    } catch (AnalyzerException | RuntimeException unusual) {
      return none(size);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Flow none(int size) {
    return new Flow(new Frame[size], new int[size][0], new int[size][0]);
  }

  public int size() {
    return frames.length;
  }

  /** Whether the instruction can be reached at all. */
  public boolean isReached(int insn) {
    return frames[insn] != null;
  }

  /** An operand before the instruction runs, 0 on top; never null. */
  public Value operand(int insn, int depth) {
    Frame<Value> frame = frames[insn];
    int at = frame == null ? -1 : frame.getStackSize() - 1 - depth;
    return at < 0 ? Value.ONE : frame.getStack(at);
  }

  /** Where control goes after an instruction that ends well. */
  public int[] next(int insn) {
    return next[insn];
  }

  /** Where control goes if it throws: the handlers that may catch. */
  public int[] onThrow(int insn) {
    return onThrow[insn];
  }

  private static final class Edges extends Analyzer<Value> {
    private static final int[] NONE = {};
    private final int[][] next;
    private final int[][] onThrow;

    Edges(int size, ValueInterpreter interpreter) {
      super(interpreter);
      next = new int[size][];
      onThrow = new int[size][];
      Arrays.fill(next, NONE);
      Arrays.fill(onThrow, NONE);
    }

    @Override
    protected void newControlFlowEdge(int from, int to) {
      next[from] = with(next[from], to);
    }

    @Override
    protected boolean newControlFlowExceptionEdge(int from, int to) {
      onThrow[from] = with(onThrow[from], to);
      return true;
    }

    private static int[] with(int[] all, int one) {
      for (int each : all) {
        if (each == one) {
          return all;
        }
      }
      int[] more = Arrays.copyOf(all, all.length + 1);
      more[all.length] = one;
      return more;
    }
  }
}
