package io.racewatch.weaving;

import io.racewatch.bytecode.TypeIndex;
import io.racewatch.instrument.weave.WeaveMode;
import io.racewatch.instrument.weave.Weaver;
import io.racewatch.instrument.weave.Woven;
import java.nio.file.Path;

/** Weaves the classes of one set and has each verified. Not thread-safe. */
final class SetSweep {
  private final Weaver weaver;
  private final ClassSet set;
  private final TypeIndex types;
  private final Tally tally = new Tally();
  private final SetLoader plainLoader;
  private final SetLoader wovenLoader;

  SetSweep(Weaver weaver, ClassSet set, Libraries libraries) {
    this.weaver = weaver;
    this.set = set;
    this.types = libraries.types(set);
    this.plainLoader = new SetLoader(set, libraries, bytes -> bytes);
    this.wovenLoader = new SetLoader(set, libraries, this::quietly);
  }

  /**
   * Sweeps.
   *
   * @param every 1: every class; n: each n-th
   */
  Tally sweep(int every) {
    int number = 0;
    for (String name : set.files().keySet()) {
      if (number++ % every == 0) {
        judge(name, set.bytes(name), !name.startsWith("java/"));
      }
    }
    for (Path other : set.others()) {
      if (number++ % every == 0) {
        judge(other.toString(), ClassSet.read(other), false);
      }
    }
    return tally;
  }

  private void judge(String name, byte[] plain, boolean mayDefine) {
    tally.classes++;
    byte[] woven;
    try {
      woven = weave(name, plain, true);
    } catch (RuntimeException e) {
      if (AsmCheck.fault(plain, types) == null) {
        tally.failures.add(name + ": not woven: " + e);
      } else {
        tally.badBefore++;
      }
      return;
    }
    if (woven == null) {
      return;
    }
    tally.woven++;
    if (mayDefine && linked(name)) {
      return;
    }
    String fault = AsmCheck.fault(woven, types);
    if (fault == null) {
      tally.byAsm++;
    } else if (AsmCheck.fault(plain, types) != null) {
      tally.badBefore++;
    } else {
      tally.failures.add(name + ": " + fault);
    }
  }

  /** Whether the JVM's word is final. */
  private boolean linked(String name) {
    Throwable woven = linking(wovenLoader, name);
    if (woven == null) {
      tally.byJvm++;
      return true;
    }
    Throwable plain = linking(plainLoader, name);
    if (plain == null) {
      tally.failures.add(name + ": " + woven);
      return true;
    }
    return false;
  }

  private static Throwable linking(SetLoader loader, String name) {
    try {
      loader.link(name);
      return null;
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      return e;
    }
  }

  private byte[] quietly(byte[] plain) {
    try {
      return weave(null, plain, false);
    } catch (RuntimeException e) {
      return null;
    }
  }

  private byte[] weave(String name, byte[] plain, boolean counted) {
    Woven woven = weaver.weave(plain, types, WeaveMode.loading(true));
    if (counted) {
      tally.left += woven.left().size();
      tally.huge += woven.huge().size();
      woven.left().forEach(left -> tally.reasons.add(name + "." + left));
    }
    return woven.bytes();
  }
}
