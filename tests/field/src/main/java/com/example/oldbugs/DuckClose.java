package com.example.oldbugs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** DuckDB 1.3.0: one thread reads results, another closes the connection; never at once. */
public final class DuckClose {
  private DuckClose() {}

  /** No arguments. */
  public static void main(String[] args) throws Exception {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    Statement statement = connection.createStatement();
    ResultSet rows = statement.executeQuery("select range from range(10000)");
    TurnsRwIgnored.play(
        () -> {
          int sum = 0;
          while (rows.next() && sum < 5000) {
            sum++;
          }
          System.out.println(sum);
        },
        connection::close);
    System.out.println("over");
  }
}
