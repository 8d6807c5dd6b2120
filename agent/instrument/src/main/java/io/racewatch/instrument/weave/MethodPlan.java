package io.racewatch.instrument.weave;

import io.racewatch.bytecode.MethodFacts;
import io.racewatch.runtime.Reductions;
import io.racewatch.runtime.Sampling;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;

/** What is woven into one method. */
final class MethodPlan {
  /** Ranges of a method; each is three locals for the JIT. */
  private static final int RANGES = 16;

  final int access;
  final String name;
  final String descriptor;

  /** Locals that the method's own code uses. */
  int maxLocals;

  /** Line of the first instruction, 0 if unknown. */
  int firstLine;

  /** Gives back the monitor of a synchronized method at every end. */
  boolean tracksMonitor;

  /** Sets the class's own clock at every end of its initializer. */
  boolean tracksInitializer;

  /** As an initializer: begins after those of superclasses. */
  boolean followsSupers;

  /** What it does to the outside. */
  final Reaching reaching;

  /** A constructor, or a method that one of the class's constructors may call. */
  boolean underConstructor;

  /** Constructors: the instruction that lets the object out first, or the highest number. */
  int letsOut = Integer.MAX_VALUE;

  /** Its beginning is a use of the class: it takes over what the initializer did. */
  boolean usesClass;

  /** As an initializer: may wait for others while it keeps users of the class waiting. */
  boolean excludesOthers;

  /** Its beginning is a use of a class with such an initializer. */
  boolean tellsUse;

  /** Has a handler of InterruptedException. */
  boolean catchesInterrupts;

  /** Begins optimistic reads: those that it never validates count when it is left. */
  boolean readsOptimistically;

  /** How many ranges of array elements it keeps. */
  private int ranges;

  /** Where those are to be checked, by instruction. */
  private BitSet rangeEnds = new BitSet();

  private final List<Integer> places = new ArrayList<>();
  private final List<Probe> probes = new ArrayList<>();
  private int next;

  MethodPlan(String owner, int access, String name, String descriptor) {
    this.reaching = new Reaching(owner);
    this.access = access;
    this.name = name;
    this.descriptor = descriptor;
  }

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  boolean isPrivate() {
    return (access & Opcodes.ACC_PRIVATE) != 0;
  }

  boolean isSynthetic() {
    return (access & Opcodes.ACC_SYNTHETIC) != 0;
  }

  boolean isInitializer() {
    return name.equals("<clinit>");
  }

  /** Instructions are added in the order of their numbers. */
  void add(int instruction, Probe probe) {
    places.add(instruction);
    probes.add(probe);
  }

  /** Puts another probe at an instruction that was passed already, whether or not it has one. */
  void replace(int instruction, Probe probe) {
    int at = places.size();
    while (at > 0 && places.get(at - 1) > instruction) {
      at--;
    }
    if (at > 0 && places.get(at - 1) == instruction) {
      probes.set(at - 1, probe);
    } else {
      places.add(at, instruction);
      probes.add(at, probe);
    }
  }

  /** Takes out plain checks at those instructions. */
  void leaveOut(BitSet needless) {
    for (int i = probes.size() - 1; i >= 0; i--) {
      if (needless.get(places.get(i)) && probes.get(i).isCheck()) {
        probes.remove(i);
        places.remove(i);
      }
    }
  }

  boolean needsFacts() {
    if (readsOptimistically) {
      return true;
    }
    for (Probe probe : probes) {
      if (probe.needsFacts()) {
        return true;
      }
    }
    return false;
  }

  boolean needsFrames() {
    for (Probe probe : probes) {
      if (probe.needsFrames()) {
        return true;
      }
    }
    return false;
  }

  void settle(MethodFacts facts) {
    for (int i = probes.size() - 1; i >= 0; i--) {
      if (!probes.get(i).settle(facts, places.get(i))) {
        probes.remove(i);
        places.remove(i);
      }
    }
    keepRanges(facts);
    readsOptimistically &= !facts.stampLeaves() && !isConstructor();
  }

  /** Before super() a handler for the whole method could not say what its locals are. */
  private void keepRanges(MethodFacts facts) {
    if (Sampling.isOn() || !Reductions.RANGES) {
      return; // In a sample most arrays are left out, and whole loops with them.
    }
    for (Probe probe : probes) {
      if (probe instanceof ArrayProbe a && a.loops() && ranges < RANGES && !isConstructor()) {
        a.collectIn(ranges++);
      }
    }
    if (ranges > 0) {
      rangeEnds = facts.loopExits();
    }
  }

  int ranges() {
    return ranges;
  }

  /** Whether ranges are to be checked before an instruction. */
  boolean endsRanges(int instruction) {
    return rangeEnds.get(instruction);
  }

  boolean isConstructor() {
    return name.equals("<init>");
  }

  boolean isEmpty() {
    return hooks() == 0 && !tellsUse;
  }

  int hooks() {
    int hooks = (tracksMonitor ? 2 : 0) + (tracksInitializer ? 1 : 0) + (followsSupers ? 1 : 0);
    hooks += (excludesOthers ? 2 : 0) + (readsOptimistically ? 2 : 0);
    hooks += (usesClass ? 1 : 0) + (catchesInterrupts ? 1 : 0);
    for (Probe probe : probes) {
      hooks += probe.hooks();
    }
    return hooks;
  }

  /** Starts a pass over the instructions. */
  void rewind() {
    next = 0;
  }

  /** The probe of an instruction, or null; asked for each instruction in turn. */
  Probe at(int instruction) {
    if (next < places.size() && places.get(next) == instruction) {
      return probes.get(next++);
    }
    return null;
  }
}
