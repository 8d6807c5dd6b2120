package io.racewatch.model.suppress;

import io.racewatch.model.Finding;
import io.racewatch.model.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The suppressions of a user and those shipped with racewatch, applied to findings. Remembers which
 * lines were used; not safe for use by several threads.
 */
public final class Suppressions {
  /** The shipped list of races of popular libraries that are known to be benign. */
  private static final String SHIPPED = "known-races.txt";

  private final List<Suppression> users;
  private final List<Suppression> shipped;
  private final boolean[] used;
  private final LocalDate today;

  private Suppressions(List<Suppression> users, List<Suppression> shipped, LocalDate today) {
    this.users = users;
    this.shipped = shipped;
    this.used = new boolean[users.size()];
    this.today = today;
  }

  /** The shipped list, after these lines of a user. */
  public static Suppressions of(List<Suppression> users, LocalDate today) {
    return new Suppressions(List.copyOf(users), shipped(), today);
  }

  /**
   * The shipped list, after the lines of a file.
   *
   * @param file may be null
   * @throws IOException if the file cannot be read
   * @throws SuppressionException if a line of it is wrong
   */
  public static Suppressions load(Path file, LocalDate today)
      throws IOException, SuppressionException {
    List<Suppression> users =
        file == null
            ? List.of()
            : SuppressionParser.parse(file.getFileName().toString(), Files.readString(file));
    return of(users, today);
  }

  /** The shipped list. */
  public static List<Suppression> shipped() {
    try (InputStream in = Suppressions.class.getResourceAsStream(SHIPPED)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SuppressionParser.parse(SHIPPED, text);
    } catch (IOException | SuppressionException e) {
      throw new IllegalStateException("the shipped suppressions cannot be read", e);
    }
  }

  /** The finding with status {@code suppressed} if a line that holds today speaks of it. */
  public Finding apply(Finding finding) {
    return reason(finding) == null ? finding : finding.withStatus(Status.SUPPRESSED);
  }

  /** The reason of the first line that holds today and speaks of the finding; null if none does. */
  public String reason(Finding finding) {
    String reason = null;
    for (int i = 0; i < users.size(); i++) {
      Suppression line = users.get(i);
      if (line.matches(finding)) {
        used[i] = true;
        reason = reason == null && !line.expired(today) ? line.reason() : reason;
      }
    }
    for (Suppression line : shipped) {
      if (reason == null && !line.expired(today) && line.matches(finding)) {
        reason = line.reason();
      }
    }
    return reason;
  }

  /** After all findings were seen: a line for each expired or unused suppression of the user. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (int i = 0; i < users.size(); i++) {
      Suppression line = users.get(i);
      if (line.expired(today)) {
        remarks.add("suppression expired on " + line.until() + ": " + line);
      } else if (!used[i]) {
        remarks.add("suppression not used: " + line);
      }
    }
    return remarks;
  }
}
