package io.racewatch.engine.cache;

import io.racewatch.code.StaticResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A folder with results by key. A file is written aside and renamed, so that another process sees
 * all of it or nothing, and ends with a hash of itself, so that a damaged one is no result. What
 * cannot be read or written is as if it were not there: the cache only saves time.
 */
public final class ResultCache {
  private static final String PREFIX = "analyze-";
  private static final String SUFFIX = ".bin";
  private static final int KEPT = 20;
  private static final int HASH = 32;

  private final Path folder;

  /** A cache in a folder that need not exist. */
  public ResultCache(Path folder) {
    this.folder = folder;
  }

  /** The result kept under a key; null if there is none that is whole. */
  public StaticResult find(String key) {
    Path file = file(key);
    try {
      byte[] all = Files.readAllBytes(file);
      int end = all.length - HASH;
      boolean whole =
          end > 0 && Arrays.equals(hash(all, end), Arrays.copyOfRange(all, end, all.length));
      if (!whole) {
        return null;
      }
      try (DataInputStream in =
          new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(all, 0, end)))) {
        StaticResult result = new ResultReader(in).read();
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
        return result;
      }
    } catch (IOException | RuntimeException missingOrDamaged) {
      return null;
    }
  }

  /** The result that was kept or used last; null if there is none that is whole. */
  public StaticResult newest() {
    try {
      for (Path each : newestFirst()) {
        String name = each.getFileName().toString();
        String key = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        StaticResult result = find(key);
        if (result != null) {
          return result;
        }
      }
    } catch (IOException | RuntimeException missing) {
      // As if nothing were there.
    }
    return null;
  }

  /** Keeps a result; the oldest ones beyond a number go. */
  public void keep(String key, StaticResult result) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
        new ResultWriter(out).write(result);
      }
      byte[] content = bytes.toByteArray();
      bytes.writeBytes(hash(content, content.length));
      Files.createDirectories(folder);
      Path aside = Files.createTempFile(folder, PREFIX, ".tmp");
      try {
        Files.write(aside, bytes.toByteArray());
        Files.move(aside, file(key), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(aside);
      }
      prune();
    } catch (IOException | RuntimeException unwritable) {
      // The next run does the work again.
    }
  }

  private Path file(String key) {
    return folder.resolve(PREFIX + key + SUFFIX);
  }

  private void prune() throws IOException {
    List<Path> ours = newestFirst();
    for (Path old : ours.subList(Math.min(KEPT, ours.size()), ours.size())) {
      Files.deleteIfExists(old);
    }
  }

  private List<Path> newestFirst() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(PREFIX))
          .filter(f -> f.toString().endsWith(SUFFIX))
          .sorted(Comparator.comparing(ResultCache::lastUsed).reversed())
          .toList();
    }
  }

  private static FileTime lastUsed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  private static byte[] hash(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
