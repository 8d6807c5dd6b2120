package com.example.oldbugs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import org.apache.commons.dbcp.BasicDataSource;

/** commons-dbcp 1.2.2 with commons-pool 1.4: borrowed and returned while the evictor runs. */
public final class DbcpEvictor {
  private static final int CONNECTIONS = 3;

  private DbcpEvictor() {}

  /** The argument is the number of loans a thread. */
  public static void main(String[] args) throws Exception {
    int loans = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    BasicDataSource source = new BasicDataSource();
    source.setDriverClassName("org.h2.Driver");
    source.setUrl("jdbc:h2:mem:pool;DB_CLOSE_DELAY=-1");
    source.setMaxActive(CONNECTIONS);
    source.setMinIdle(1);
    source.setPoolPreparedStatements(true);
    source.setValidationQuery("select 1");
    source.setTestWhileIdle(true);
    source.setTimeBetweenEvictionRunsMillis(1);
    source.setMinEvictableIdleTimeMillis(1);
    Rounds.play(
        1,
        (round, number) -> {
          for (int i = 0; i < loans; i++) {
            try (Connection connection = source.getConnection();
                PreparedStatement query = connection.prepareStatement("select " + i % 3)) {
              query.executeQuery().close();
            }
          }
        });
    System.out.println("over");
  }
}
