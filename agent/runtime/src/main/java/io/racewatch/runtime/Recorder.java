package io.racewatch.runtime;

import io.racewatch.format.Entry;
import io.racewatch.format.PlaceSource;
import io.racewatch.runtime.log.EdgeBuffer;
import io.racewatch.runtime.log.RunLog;

/** Whether the runtime is at work, and where its records go. */
public final class Recorder {
  private static final PlaceSource PLACES = new SitePlaces();

  private static volatile RunLog log;
  private static volatile boolean on;
  private static volatile Runnable atEnd;
  private static volatile String session = "";

  private Recorder() {}

  /** Opens the run file; hooks of JDK classes work from now on. */
  public static void start(RunLog to, String ofSession) {
    Readiness.initialize();
    session = ofSession;
    if (to.grower() != null) {
      Threads.leaveAlone(to.grower());
    }
    log = to;
    on = true;
  }

  /** The session that child JVMs are to join. */
  static String session() {
    return session;
  }

  /** Whether hooks have somewhere to record to. */
  static boolean on() {
    return on;
  }

  /** The start failed: hooks do nothing from now on. */
  public static void off() {
    on = false;
  }

  /** What else is to be written whenever the run file is brought up to date. */
  public static void atEnd(Runnable more) {
    atEnd = more;
  }

  /** Adds an entry to the run file; lost if there is none yet. */
  public static void append(Entry entry) {
    RunLog l = log;
    if (l != null) {
      l.append(entry);
    }
  }

  static EdgeBuffer edgeBuffer() {
    RunLog l = log;
    return l == null ? null : l.edges(PLACES);
  }

  static void slotTaken(ThreadInfo info, int slot, int clock) {
    append(new Entry.SlotTaken(info.uid, slot, clock));
  }

  /** Brings what threads still hold to the run file. May be called again. */
  public static void flush() {
    Runnable more = atEnd;
    if (more != null) {
      more.run();
    }
    Races.flush();
    Roll.flush();
  }

  /**
   * The run ends; later entries are lost.
   *
   * @param how {@code normal} or {@code halted}
   * @param millis how long it ran
   */
  public static void end(String how, long millis) {
    RunLog l = log;
    if (l == null) {
      return;
    }
    try {
      flush();
    } catch (Throwable broken) {
      Faults.caught("the last records", broken);
    }
    Turns.tell();
    on = false;
    if (TraceLog.ON) {
      TraceLog.close();
    }
    Budget.tell(ArrayShadow.watched());
    EndedReaders.tell();
    int faults = Faults.count();
    if (faults > 0) {
      append(new Entry.Note(faults + " internal errors; what they touched went unchecked"));
    }
    Faults.tellAllCut();
    Reached.write();
    l.end(how, millis);
  }

  private static final class SitePlaces implements PlaceSource {
    @Override
    public Entry.Place place(int site) {
      return Sites.place(site);
    }
  }
}
