package com.example.collections;

import com.example.support.Threads;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.TimeZone;

// api-race: java.text.SimpleDateFormat
/** Formatting writes the format's own calendar. */
public final class SharedDateFormat {
  private SharedDateFormat() {}

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd");
    format.setTimeZone(TimeZone.getTimeZone("UTC"));
    Threads.inOrder(
        () -> System.out.println(format.format(new Date(0))), // racy
        () -> System.out.println(format.format(new Date(86_400_000L)))); // racy
  }
}
