package com.example.field;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** H2 in memory: four threads move money between accounts, in transactions that collide. */
public final class H2 {
  private static final String URL = "jdbc:h2:mem:bank;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
  private static final int THREADS = 4;
  private static final int ACCOUNTS = 50;
  private static final int START = 1000;

  /** SQL states of H2 after which a transaction may be tried again: deadlock, concurrent update. */
  private static final String RETRY_CLASS = "40";

  private H2() {}

  /** The argument is the number of transfers a thread. */
  public static void main(String[] args) throws Exception {
    int transfers = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    try (Connection connection = DriverManager.getConnection(URL)) {
      create(connection);
      Crew.work(THREADS, number -> client(number, transfers));
      print(connection, "select sum(balance) from account");
      print(connection, "select count(*) from transfer");
      print(connection, "select sum(amount) from transfer where client < 2");
      try (Statement statement = connection.createStatement()) {
        statement.execute("shutdown");
      }
    }
  }

  private static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table account(id int primary key, balance int, note varchar)");
      statement.execute("create table transfer(id identity primary key, client int, amount int)");
      statement.execute("create index by_balance on account(balance)");
      statement.execute(
          "insert into account select x - 1, %d, 'account ' || x from system_range(1, %d)"
              .formatted(START, ACCOUNTS));
    }
  }

  private static void client(int number, int transfers) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL)) {
      connection.setAutoCommit(false);
      for (int i = 0; i < transfers; i++) {
        int from = (number * 17 + i) % ACCOUNTS;
        int to = (number + i * 7 + 1) % ACCOUNTS;
        while (!transfer(connection, number, from, to, i % 10 + 1)) {
          connection.rollback();
        }
      }
    }
  }

  private static boolean transfer(Connection connection, int client, int from, int to, int amount)
      throws SQLException {
    try {
      add(connection, from, -amount);
      add(connection, to, amount);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into transfer(client, amount) values (?, ?)")) {
        insert.setInt(1, client);
        insert.setInt(2, amount);
        insert.executeUpdate();
      }
      try (PreparedStatement poorest =
              connection.prepareStatement("select min(balance), count(note) from account");
          ResultSet result = poorest.executeQuery()) {
        result.next();
      }
      connection.commit();
      return true;
    } catch (SQLException e) {
      if (e.getSQLState() != null && e.getSQLState().startsWith(RETRY_CLASS)) {
        return false;
      }
      throw e;
    }
  }

  private static void add(Connection connection, int account, int amount) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update account set balance = balance + ? where id = ?")) {
      update.setInt(1, amount);
      update.setInt(2, account);
      update.executeUpdate();
    }
  }

  private static void print(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      System.out.println(query + " = " + result.getLong(1));
    }
  }
}
