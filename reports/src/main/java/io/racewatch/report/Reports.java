package io.racewatch.report;

import io.racewatch.model.Report;
import io.racewatch.model.options.Nearest;
import io.racewatch.report.common.SourceLines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** Finds the formats and writes reports with them. Thread-safe. */
public final class Reports {
  /** Initialised on first use, so that a JVM that writes no report loads no format. */
  private static final class Formats {
    static final Map<String, ReportFormat> BY_ID = load();

    private static Map<String, ReportFormat> load() {
      Map<String, ReportFormat> found = new TreeMap<>();
      // Our own loader, not the thread's: the watched program's loader must not lend us classes.
      for (ReportFormat format :
          ServiceLoader.load(ReportFormat.class, Reports.class.getClassLoader())) {
        found.put(format.id(), format);
      }
      return Collections.unmodifiableMap(found);
    }
  }

  private Reports() {}

  /** Every format by its name, sorted. */
  public static Map<String, ReportFormat> formats() {
    return Formats.BY_ID;
  }

  /**
   * The format of that name.
   *
   * @throws IllegalArgumentException if there is none; the message names the nearest
   */
  public static ReportFormat format(String id) {
    ReportFormat format = formats().get(id);
    if (format == null) {
      throw new IllegalArgumentException(
          "no format is called '"
              + id
              + "'; the nearest is '"
              + Nearest.to(id, formats().keySet())
              + "'");
    }
    return format;
  }

  /** {@link #write(Report, SourceLines, Path, List, OutputStream)} without sources. */
  public static List<Path> write(
      Report report, Path folder, List<String> formats, OutputStream console) throws IOException {
    return write(report, SourceLines.NONE, folder, formats, console);
  }

  /**
   * Writes a report in several formats. Files are written aside and then renamed, so that a reader
   * sees the old file or the whole new one, and a symbolic link in its place is replaced and never
   * followed. A format that fails does not keep the others from being written.
   *
   * @param folder where files go; created if missing
   * @param formats their names, in the order of writing; doubles are written once
   * @param console where formats without a file go; flushed, not closed
   * @return the files written
   * @throws IllegalArgumentException if a name is unknown; nothing is written then
   * @throws IOException the first failure, with the later ones as suppressed
   */
  public static List<Path> write(
      Report report, SourceLines sources, Path folder, List<String> formats, OutputStream console)
      throws IOException {
    Set<ReportFormat> chosen = new LinkedHashSet<>();
    formats.forEach(id -> chosen.add(format(id)));
    List<Path> written = new ArrayList<>();
    IOException failure = null;
    for (ReportFormat format : chosen) {
      try {
        if (format.fileName().isEmpty()) {
          format.write(report, sources, console);
          console.flush();
        } else {
          Files.createDirectories(folder);
          Path target = folder.resolve(format.fileName());
          AtomicFile.write(target, out -> format.write(report, sources, out));
          written.add(target);
        }
      } catch (IOException | RuntimeException e) {
        IOException wrapped =
            new IOException("cannot write the " + format.id() + " report: " + e, e);
        if (failure == null) {
          failure = wrapped;
        } else {
          failure.addSuppressed(wrapped);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    return written;
  }
}
