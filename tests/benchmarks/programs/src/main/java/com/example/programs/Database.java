package com.example.programs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** H2 in memory: connections move money, insert, and read by key, range and aggregate. */
public final class Database {
  private static final String URL = "jdbc:h2:mem:bank;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000";
  private static final int ACCOUNTS = 200_000;
  private static final int NOTE = 900;
  private static final int RANGE = 50;

  private Database() {}

  /** The argument is the number of transfers a thread. */
  public static void main(String[] args) throws Exception {
    int transfers = Integer.parseInt(args[0]);
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      statement.execute("create table account(id int primary key, balance int, note varchar)");
      statement.execute("create table transfer(id identity primary key, client int, amount int)");
      statement.execute(
          "insert into account select x - 1, 1000, lpad(x, %d, 'n') from system_range(1, %d)"
              .formatted(NOTE, ACCOUNTS));
      long read = Crew.work(number -> client(number, transfers));
      System.out.println("read " + read);
      print(statement, "select sum(balance) from account");
      print(statement, "select count(*), sum(amount) from transfer");
      Crew.end(connection);
      statement.execute("shutdown");
    }
  }

  /** Each client has accounts of its own, so that no transaction is ever tried again. */
  private static long client(int number, int transfers) throws SQLException {
    long read = 0;
    try (Connection connection = DriverManager.getConnection(URL);
        PreparedStatement add =
            connection.prepareStatement("update account set balance = balance + ? where id = ?");
        PreparedStatement insert =
            connection.prepareStatement("insert into transfer(client, amount) values (?, ?)");
        PreparedStatement range =
            connection.prepareStatement(
                "select sum(length(note)) from account where id between ? and ?")) {
      connection.setAutoCommit(false);
      long seed = number;
      for (int i = 0; i < transfers; i++) {
        seed = seed * 6364136223846793005L + 1442695040888963407L;
        int from = (int) (seed >>> 33) % (ACCOUNTS / Crew.COUNT) * Crew.COUNT + number;
        int to = (from + Crew.COUNT * 7) % ACCOUNTS;
        execute(add, -i % 10, from);
        execute(add, i % 10, to);
        execute(insert, number, i % 10);
        read += query(range, from, from + RANGE);
        connection.commit();
      }
    }
    return read;
  }

  private static void execute(PreparedStatement statement, int first, int second)
      throws SQLException {
    statement.setInt(1, first);
    statement.setInt(2, second);
    statement.executeUpdate();
  }

  private static long query(PreparedStatement statement, int first, int second)
      throws SQLException {
    statement.setInt(1, first);
    statement.setInt(2, second);
    try (ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  private static void print(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      System.out.println(query + " = " + result.getString(1));
    }
  }
}
