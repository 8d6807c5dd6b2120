package com.example.oldbugs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.CyclicBarrier;

/** H2 1.4.199: two connections of one database say SHUTDOWN at about the same time. */
public final class H2Shutdown {
  private H2Shutdown() {}

  /** The argument is the number of databases. */
  public static void main(String[] args) throws Exception {
    int databases = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    CyclicBarrier ready = new CyclicBarrier(2);
    Rounds.play(
        databases,
        (round, number) -> {
          Connection connection =
              DriverManager.getConnection("jdbc:h2:mem:shut" + round + ";DB_CLOSE_DELAY=-1");
          Statement statement = connection.createStatement();
          ready.await();
          statement.execute("SHUTDOWN");
        });
    System.out.println("over");
  }
}
