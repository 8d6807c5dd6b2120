package com.example.oldbugs;

import org.apache.log4j.AppenderSkeleton;
import org.apache.log4j.AsyncAppender;
import org.apache.log4j.Logger;
import org.apache.log4j.spi.LoggingEvent;

/** reload4j 1.2.24: an AsyncAppender with a small buffer before an appender that logs itself. */
public final class Reload4jAsync {
  private static final int BUFFER = 8;

  private Reload4jAsync() {}

  /** The argument is the number of messages a thread. */
  public static void main(String[] args) throws Exception {
    int messages = args.length > 0 ? Integer.parseInt(args[0]) : 500;
    AsyncAppender async = new AsyncAppender();
    async.setBufferSize(BUFFER);
    async.addAppender(new Talkative());
    Logger.getRootLogger().addAppender(async);
    Rounds.play(
        1,
        (round, number) -> {
          Logger logger = Logger.getLogger("work." + number);
          for (int i = 0; i < messages; i++) {
            logger.info("message " + i);
          }
        });
    System.out.println("over");
  }

  /** Logs now and then while it appends, as an appender does whose client library logs. */
  private static final class Talkative extends AppenderSkeleton {
    private int seen;

    @Override
    protected void append(LoggingEvent event) {
      seen++;
      if (seen % 100 == 0) {
        Logger.getLogger("client").info("written " + seen);
      }
    }

    @Override
    public void close() {}

    @Override
    public boolean requiresLayout() {
      return false;
    }
  }
}
