package io.racewatch.instrument.plan;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a plan says.
 *
 * @param classes internal names of the classes it was made for, with the hashes of their files
 * @param fields keys of fields, {@code owner.name}, that one lock guards at every access in these
 */
record PlanFile(Map<String, String> classes, Set<String> fields) {
  private static final String HEAD = "racewatch-plan/1";

  /**
   * Reads a plan.
   *
   * @throws IOException if it cannot be read or is none
   */
  static PlanFile read(Path file) throws IOException {
    PlanFile plan = new PlanFile(new HashMap<>(), new HashSet<>());
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      if (!HEAD.equals(in.readLine())) {
        throw new IOException(file + " is no plan; 'analyze --static-plan FILE' makes one");
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        plan.add(line.split(" "), file);
      }
    } catch (NoSuchFileException missing) {
      throw new IOException(
          "there is no " + file + "; 'analyze --static-plan FILE' makes one", missing);
    }
    return plan;
  }

  private void add(String[] words, Path file) throws IOException {
    if (words.length == 3 && words[0].equals("class")) {
      classes.put(words[1], words[2]);
    } else if (words.length == 2 && words[0].equals("field") && words[1].lastIndexOf('.') > 0) {
      fields.add(words[1]);
    } else {
      throw new IOException(file + " has a line that is none of a plan: " + words[0]);
    }
  }
}
