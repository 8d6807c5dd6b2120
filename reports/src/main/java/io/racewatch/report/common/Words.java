package io.racewatch.report.common;

import io.racewatch.model.Access;
import io.racewatch.model.Alert;
import io.racewatch.model.Certainty;
import io.racewatch.model.Finding;
import io.racewatch.model.Frame;
import io.racewatch.model.LockRef;
import io.racewatch.model.Report;
import io.racewatch.model.Run;
import io.racewatch.model.Scope;
import io.racewatch.model.Status;
import io.racewatch.model.ThreadRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How things are said, the same in every format. All results are {@link Safe}. */
public final class Words {
  /** How many hexadecimal digits of a fingerprint people see. */
  private static final int FINGERPRINT_DIGITS = 12;

  private Words() {}

  /** {@code 3,812}. */
  public static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** {@code 1 class}, {@code 2 classes}. */
  public static String count(long n, String one, String many) {
    return number(n) + " " + (n == 1 ? one : many);
  }

  /** Where findings can be read that the text only counts. */
  public static String onlyCounted(long possible) {
    return "note: "
        + count(possible, "possible finding is", "possible findings are")
        + " only counted here; the other reports (JSON, HTML) tell "
        + (possible == 1 ? "it" : "them")
        + ", and so does this text with verbose=on, or now: java -jar racewatch.jar report"
        + " --verbose on FOLDER";
  }

  /** {@code 2.3 s}. */
  public static String seconds(long millis) {
    return String.format(Locale.ROOT, "%,.1f s", millis / 1000.0);
  }

  /** A name that is safe to show, see {@link Safe#name}. */
  public static String name(String raw) {
    return Safe.name(raw);
  }

  /** {@code Account.lock} of {@code com.acme.Account.lock}. */
  public static String shortName(String member) {
    int last = member.lastIndexOf('.');
    int before = last <= 0 ? -1 : member.lastIndexOf('.', last - 1);
    String tail = member.substring(before + 1);
    return Safe.name(tail.isEmpty() || Character.isUpperCase(tail.charAt(0)) ? tail : member);
  }

  /** {@code HashMap.put}. */
  public static String call(Frame frame) {
    String className = frame.className();
    return Safe.name(className.substring(className.lastIndexOf('.') + 1) + "." + frame.method());
  }

  /** The short form of a fingerprint. */
  public static String fingerprint(Finding finding) {
    String whole = finding.fingerprint();
    return Safe.name(whole.substring(0, Math.min(FINGERPRINT_DIGITS, whole.length())));
  }

  /** {@code com.acme.Counter.add(Counter.java:17)}, clickable. */
  public static String frame(Frame frame) {
    return Safe.name(frame.className())
        + "."
        + Safe.name(frame.method())
        + "("
        + Safe.name(place(frame))
        + ")";
  }

  /** {@code Counter.java:17}, or what of it is known. */
  public static String place(Frame frame) {
    if (frame.file() == null || frame.file().isEmpty()) {
      return "Unknown Source";
    }
    return frame.line() > 0 ? frame.file() + ":" + frame.line() : frame.file();
  }

  /** {@code "worker-1" (id 23, virtual)}; empty for an unknown thread. */
  public static String thread(ThreadRef thread) {
    if (thread == null) {
      return "";
    }
    if (thread.name().isEmpty() && thread.id() == 0) {
      return "a thread"; // bytecode knows where threads start, not which
    }
    return "\""
        + Safe.name(thread.name())
        + "\" (id "
        + thread.id()
        + (thread.virtual() ? ", virtual)" : ")");
  }

  /** {@code com.acme.Account.lock (Object#7, shared)}; the usual exclusive mode goes unsaid. */
  public static String lock(LockRef lock) {
    if (lock == null) {
      return "an unknown lock";
    }
    List<String> details = new ArrayList<>();
    if (lock.object() != null && !lock.object().isEmpty()) {
      details.add(Safe.name(lock.object()));
    }
    if (lock.mode() != null && !lock.mode().isEmpty() && !lock.mode().equals("exclusive")) {
      details.add(Safe.name(lock.mode()));
    }
    return Safe.name(lock.lock())
        + (details.isEmpty() ? "" : " (" + String.join(", ", details) + ")");
  }

  /** {@code volatile write}, {@code read}; plain goes unsaid. */
  public static String operation(Access access) {
    String mode = access.mode() == null || access.mode().equals("plain") ? "" : access.mode() + " ";
    return Safe.name(mode) + access.operation().id();
  }

  /** An alert as a sentence with its JVM. */
  public static String alert(Run run, Alert alert) {
    String jvm = " (JVM " + run.pid() + ", " + Safe.name(run.command()) + ")";
    String advice =
        alert.kind() == Alert.Kind.BLIND
            ? " What is not reported proves nothing; `java -jar racewatch.jar doctor` says more."
            : "";
    return Safe.text(alert.text()).replace('\n', ' ') + jvm + "." + advice;
  }

  /** {@code 2 certain, 1 likely (1 of them in libraries only); 3 suppressed, 1 known}. */
  public static String tally(Report report) {
    List<String> fresh = new ArrayList<>();
    for (Certainty certainty : Certainty.values()) {
      add(fresh, report.count(certainty), certainty.id());
    }
    List<String> rest = new ArrayList<>();
    add(rest, report.count(Status.SUPPRESSED), Status.SUPPRESSED.id());
    add(rest, report.count(Status.KNOWN), Status.KNOWN.id());
    String blind = report.blind() ? " in a blind run" : "";
    if (fresh.isEmpty()) {
      return rest.isEmpty()
          ? "no findings" + blind
          : "no new findings" + blind + "; " + String.join(", ", rest);
    }
    long libraries = libraryOnly(report);
    return String.join(", ", fresh)
        + (libraries > 0 ? " (" + number(libraries) + " of them in libraries only)" : "")
        + (rest.isEmpty() ? "" : "; " + String.join(", ", rest));
  }

  private static long libraryOnly(Report report) {
    return report.findings().stream()
        .filter(f -> f.status() == Status.NEW && f.scope() == Scope.LIBRARY)
        .count();
  }

  private static void add(List<String> parts, long n, String what) {
    if (n > 0) {
      parts.add(number(n) + " " + what);
    }
  }
}
