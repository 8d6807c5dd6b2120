package io.racewatch.engine.traces;

import io.racewatch.trace.Op;
import io.racewatch.trace.Trace;
import io.racewatch.trace.order.HappensBefore;
import io.racewatch.trace.order.VariableRace;
import io.racewatch.trace.std.StdReader;
import io.racewatch.trace.std.TraceSyntaxException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judges STD traces. Stateless, so safe for use by several threads. */
public final class Traces {
  private Traces() {}

  /**
   * Reads and judges a file.
   *
   * @throws IOException if it is not there, cannot be read, or has a line that is no event; the
   *     message is one line that begins with {@code FILE:} or {@code FILE:LINE:}
   */
  public static TraceReport judge(Path file) throws IOException {
    try {
      return judge(StdReader.read(file));
    } catch (TraceSyntaxException e) {
      throw new IOException(file + ":" + e.line() + ": " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** Judges a trace in memory. */
  public static TraceReport judge(Trace trace) {
    List<TraceRace> races = new ArrayList<>();
    for (VariableRace r : HappensBefore.races(trace)) {
      races.add(
          new TraceRace(
              trace.variables().name(r.variable()),
              Trace.line(r.first()),
              access(trace, r.first()),
              Trace.line(r.second()),
              access(trace, r.second())));
    }
    CycleJudge judge = new CycleJudge(trace);
    List<TraceDeadlock> deadlocks = judge.all();
    return new TraceReport(trace.size(), races, deadlocks, judge.notes());
  }

  private static String access(Trace trace, int event) {
    String does = trace.op(event) == Op.READ ? " reads" : " writes";
    return trace.threads().name(trace.thread(event)) + does;
  }
}
