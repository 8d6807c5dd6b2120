package com.example.oldbugs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * H2 1.4.197: a daemon thread opens databases in files, and it is left to H2's own shutdown hook to
 * close them.
 */
public final class H2Exit {
  private static final int DATABASES = 3;

  private H2Exit() {}

  /** No arguments. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("h2-exit");
    Thread opener = new Thread(() -> open(folder), "opener");
    opener.setDaemon(true);
    opener.start();
    // Asks the file system, not the thread, which would order the opening before the exit.
    Path last = folder.resolve("db" + (DATABASES - 1) + ".mv.db");
    while (Files.notExists(last)) {
      Thread.onSpinWait();
    }
    System.out.println("open");
  }

  private static void open(Path folder) {
    try {
      for (int i = 0; i < DATABASES; i++) {
        DriverManager.getConnection("jdbc:h2:" + folder.resolve("db" + i));
      }
    } catch (SQLException e) {
      System.err.println(e);
    }
  }
}
