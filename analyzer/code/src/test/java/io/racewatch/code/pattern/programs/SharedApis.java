package io.racewatch.code.pattern.programs;

import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.List;

/** Formats and calendars in static fields. */
class SharedApis {
  private static final DateFormat FORMAT = new SimpleDateFormat("yyyy");
  static final Calendar CALENDAR = Calendar.getInstance();
  private static final ThreadLocal<DateFormat> OWN =
      ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy"));
  private static final String FIRST = FORMAT.format(new Date());

  static String year(Date date) {
    return FORMAT.format(date); // likely: unsafe-shared-api
  }

  static int day() {
    return CALENDAR.get(Calendar.DAY_OF_YEAR); // likely: unsafe-shared-api
  }

  static String guarded(Date date) {
    synchronized (FORMAT) {
      return FORMAT.format(date);
    }
  }

  static synchronized String guardedByClass(Date date) {
    return helped(date);
  }

  private static String helped(Date date) {
    return FORMAT.format(date);
  }

  static String own(Date date) {
    return OWN.get().format(date) + FIRST;
  }

  static String copied(Date date) {
    return ((DateFormat) FORMAT.clone()).format(date);
  }

  static String local(Date date) {
    return new SimpleDateFormat("yyyy").format(date);
  }

  /** A view that is synchronized call by call. */
  static final class Views {
    private final List<String> names = Collections.synchronizedList(new ArrayList<>());
    private final List<String> own = new ArrayList<>();

    int lengths() {
      int sum = 0;
      for (String each : names) { // likely: unsafe-shared-api
        sum += each.length();
      }
      return sum;
    }

    long streamed() {
      return names.stream().filter(String::isEmpty).count(); // likely: unsafe-shared-api
    }

    int locked() {
      synchronized (names) {
        int sum = 0;
        for (String each : names) {
          sum += each.length();
        }
        return sum;
      }
    }

    int others() {
      int sum = 0;
      for (String each : own) {
        sum += each.length();
      }
      names.forEach(each -> own.add(each));
      return sum;
    }
  }
}
