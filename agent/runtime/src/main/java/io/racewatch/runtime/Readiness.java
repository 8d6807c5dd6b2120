package io.racewatch.runtime;

import io.racewatch.runtime.log.Stacks;
import io.racewatch.runtime.table.Beside;
import io.racewatch.runtime.table.Offsets;
import io.racewatch.runtime.table.Spin;
import io.racewatch.runtime.table.Sweeper;

/**
 * Has the classes of the hooks initialised before the program runs. A hook can be entered where the
 * stack is nearly full, and a class whose initializer ends with an error is unusable for ever.
 */
final class Readiness {
  private static final Class<?>[] HOOKS = {
    Aliases.class,
    ArrayShadow.class,
    Backing.class,
    AtomicAccess.class,
    BareFields.class,
    Beside.class,
    Budget.class,
    CallPlan.class,
    CallStep.class,
    Callers.class,
    Canary.class,
    ClassInits.class,
    Copies.class,
    DynamicCalls.class,
    Faults.class,
    Fence.class,
    Fence.Read.class,
    FieldPlace.class,
    FieldPlaces.class,
    Finalizers.class,
    Findings.class,
    HandleCalls.class,
    HandleVars.class,
    InitClock.class,
    InitClock.Known.class,
    InitHooks.class,
    InitLock.class,
    InitLock.Want.class,
    InitLocks.class,
    InitLocks.Open.class,
    Interceptor.class,
    Internals.class,
    Labels.class,
    JoinedStates.class,
    LibraryClasses.class,
    LibraryShadow.class,
    LockBirths.class,
    LockClock.class,
    LockFields.class,
    LockOrderLog.class,
    LockSet.class,
    Locks.class,
    Needs.class,
    Overrides.class,
    Offsets.class,
    OwnShadow.class,
    Pools.class,
    Permits.class,
    Posts.class,
    Elements.class,
    Publication.class,
    Races.class,
    Reach.class,
    EndedReaders.class,
    Roll.class,
    Range.class,
    Reductions.class,
    Sampling.class,
    SampledHooks.class,
    Serialized.class,
    SeenStates.class,
    Settings.class,
    SideVars.class,
    Sides.class,
    SiteMap.class,
    Sites.class,
    Stacks.class,
    ShadowPlace.class,
    Spin.class,
    Sweeper.class,
    SyncClock.class,
    Tail.class,
    Target.class,
    Tasks.class,
    ThreadState.class,
    Threads.class,
    Turns.class,
    Scope.class,
    TraceLog.class,
    TraceFile.class,
    Traces.class,
    Unguarded.class,
    VarMode.class,
    WaitLog.class,
    WovenFields.class,
    Wrappers.class,
  };

  private Readiness() {}

  static void initialize() {
    NamedClasses.load();
    for (Class<?> c : HOOKS) {
      Internals.U.ensureClassInitialized(c);
    }
  }
}
