package io.racewatch.code.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;

/**
 * Which locks are held before each instruction: on every way to it, and on some. Each instruction
 * that takes a lock is a bit of a long, and so is each lock, because two ways may take one lock by
 * different instructions; of those beyond the 64th nothing is known.
 */
public final class HeldLocks {
  private static final int MOST = Long.SIZE;

  private final Flow flow;
  private final InsnList code;
  private final LockOp[] ops;
  private final List<Held> sites = new ArrayList<>();
  private final int[] bitAt;
  private final boolean[] tested;
  private final long[] must;
  private final long[] may;
  private final long[] sure;
  private final int[] lockOf = new int[MOST];
  private final boolean[] seen;
  private final List<Held> always;
  private final ArrayDeque<Integer> open = new ArrayDeque<>();

  HeldLocks(Flow flow, InsnList code, LockOps lockOps, List<Held> always) {
    this.flow = flow;
    this.code = code;
    this.always = always;
    int size = flow.size();
    ops = new LockOp[size];
    bitAt = new int[size];
    tested = new boolean[size];
    must = new long[size];
    may = new long[size];
    sure = new long[size];
    seen = new boolean[size];
    Arrays.fill(bitAt, -1);
    for (int i = 0; i < size; i++) {
      ops[i] = flow.isReached(i) ? lockOps.of(code.get(i), i, flow) : null;
      if (ops[i] != null && ops[i].kind() != LockOp.Kind.RELEASE && sites.size() < MOST) {
        bitAt[i] = sites.size();
        lockOf[sites.size()] = firstOf(ops[i].lock());
        sites.add(new Held(ops[i], i));
      }
    }
    if (!sites.isEmpty()) {
      findTests();
      run();
    }
  }

  /** The number of the first site of a lock, which stands for the lock. */
  private int firstOf(Value lock) {
    for (int i = 0; i < sites.size(); i++) {
      if (sites.get(i).lock().alike(lock)) {
        return i;
      }
    }
    return sites.size();
  }

  /** The operation at an instruction, or null. */
  public LockOp op(int insn) {
    return ops[insn];
  }

  /** Locks held before the instruction whichever way it was reached, the first taken first. */
  public List<Held> held(int insn) {
    long bits = must[insn];
    for (int i = 0; i < sites.size(); i++) {
      boolean held = (sure[insn] & 1L << lockOf[i]) != 0;
      if (held && (may[insn] & 1L << i) != 0 && !anyOf(lockOf[i], bits)) {
        bits |= 1L << i;
      }
    }
    return list(bits);
  }

  /** Locks that may be held before the instruction. */
  public List<Held> maybeHeld(int insn) {
    return list(may[insn]);
  }

  /** Whether any lock is sure to be held. */
  public boolean anyHeld(int insn) {
    return sure[insn] != 0 || !always.isEmpty();
  }

  private boolean anyOf(int lock, long bits) {
    for (int i = 0; i < sites.size(); i++) {
      if (lockOf[i] == lock && (bits & 1L << i) != 0) {
        return true;
      }
    }
    return false;
  }

  private List<Held> list(long bits) {
    List<Held> list = new ArrayList<>(always);
    for (int i = 0; i < sites.size(); i++) {
      if ((bits & 1L << i) != 0) {
        list.add(sites.get(i));
      }
    }
    return list;
  }

  private void findTests() {
    for (int i = 0; i < flow.size(); i++) {
      int site = testedSite(i);
      if (site >= 0) {
        tested[site] = true;
      }
    }
  }

  /** The try-acquire whose result a jump looks at; -1 if it is none. */
  private int testedSite(int insn) {
    AbstractInsnNode node = code.get(insn);
    int opcode = node.getOpcode();
    if (opcode != Opcodes.IFEQ && opcode != Opcodes.IFNE || !flow.isReached(insn)) {
      return -1;
    }
    Value value = flow.operand(insn, 0);
    if (value.kind() == Value.Kind.COMPUTED
        && code.get(value.index()).getOpcode() == Opcodes.LCMP) {
      value = flow.operand(value.index(), 1);
    }
    boolean isTry =
        value.kind() == Value.Kind.CALL
            && bitAt[value.index()] >= 0
            && ops[value.index()].kind() == LockOp.Kind.TRY;
    return isTry ? value.index() : -1;
  }

  private void run() {
    reach(0, 0, 0, 0);
    while (!open.isEmpty()) {
      step(open.poll());
    }
  }

  private void step(int at) {
    long mustAfter = must[at];
    long mayAfter = may[at];
    long sureAfter = sure[at];
    LockOp op = ops[at];
    if (op != null && op.kind() == LockOp.Kind.RELEASE) {
      long gone = innermost(op.lock(), mayAfter);
      mustAfter &= ~gone;
      mayAfter &= ~gone;
      if (gone != 0) {
        int lock = lockOf[Long.numberOfTrailingZeros(gone)];
        sureAfter = anyOf(lock, mustAfter) ? sureAfter : sureAfter & ~(1L << lock);
      }
    }
    // What fails to take a lock has not got it; what fails to give it back is not our concern.
    for (int to : flow.onThrow(at)) {
      reach(to, mustAfter, mayAfter, sureAfter);
    }
    if (bitAt[at] >= 0 && (op.kind() == LockOp.Kind.ACQUIRE || !tested[at])) {
      mustAfter |= 1L << bitAt[at];
      mayAfter |= 1L << bitAt[at];
      sureAfter |= 1L << lockOf[bitAt[at]];
    }
    int site = testedSite(at);
    for (int to : flow.next(at)) {
      if (site < 0) {
        reach(to, mustAfter, mayAfter, sureAfter);
      } else {
        tried(bitAt[site], succeeds(at, to), to, mustAfter, mayAfter, sureAfter);
      }
    }
  }

  private void tried(int bit, boolean got, int to, long mustHeld, long mayHeld, long sureHeld) {
    long one = 1L << bit;
    long lock = 1L << lockOf[bit];
    if (got) {
      reach(to, mustHeld | one, mayHeld | one, sureHeld | lock);
    } else {
      boolean still = anyOf(lockOf[bit], mustHeld & ~one);
      boolean byOther = (mayHeld & one) == 0;
      long kept = still || byOther ? sureHeld : sureHeld & ~lock;
      reach(to, mustHeld & ~one, mayHeld & ~one, kept);
    }
  }

  private boolean succeeds(int jump, int to) {
    JumpInsnNode node = (JumpInsnNode) code.get(jump);
    boolean jumped = to == code.indexOf(node.label);
    return jumped == (node.getOpcode() == Opcodes.IFNE);
  }

  /** The lock taken last of those that are this one; of the unknown ones, none. */
  private long innermost(Value lock, long held) {
    for (int i = sites.size() - 1; i >= 0; i--) {
      boolean is = sites.get(i).lock().alike(lock) || sites.get(i).lock().equals(lock);
      if ((held & 1L << i) != 0 && is) {
        return alternatives(i, held);
      }
    }
    return 0;
  }

  /** Two instructions that take one lock on two ways are one lock; nested ones are two. */
  private long alternatives(int last, long held) {
    Held top = sites.get(last);
    long bits = 1L << last;
    for (int i = 0; i < last; i++) {
      boolean nested = (must[top.at()] & 1L << i) != 0 && seen[top.at()];
      if ((held & 1L << i) != 0 && sites.get(i).lock().alike(top.lock()) && !nested) {
        bits |= 1L << i;
      }
    }
    return bits;
  }

  private void reach(int at, long mustHeld, long mayHeld, long sureHeld) {
    long newMust = seen[at] ? must[at] & mustHeld : mustHeld;
    long newSure = seen[at] ? sure[at] & sureHeld : sureHeld;
    long newMay = may[at] | mayHeld;
    if (!seen[at] || newMust != must[at] || newMay != may[at] || newSure != sure[at]) {
      seen[at] = true;
      must[at] = newMust;
      may[at] = newMay;
      sure[at] = newSure;
      open.add(at);
    }
  }
}
