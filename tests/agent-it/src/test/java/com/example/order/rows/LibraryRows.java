package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;
import static com.example.order.rows.LanguageRows.keep;

import com.example.order.Step;
import com.example.order.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.text.DateFormatSymbols;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Date;
import java.util.Formatter;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Q15: objects of the JDK that are not thread-safe, in the ways in which they are seldom used. */
final class LibraryRows {
  private LibraryRows() {}

  static void add(Table t) {
    asked(t);
    numbers(t);
    texts(t);
    others(t);
  }

  /** A report names the class of the object: most cases have one of their own. */
  private static <S> void racy(
      Table t, String what, Supplier<S> make, Step<S> first, Step<S> second) {
    t.racy("Q15", what, make, first, second).races(make.get().getClass().getName());
  }

  private static void list(Table t, String what, Step<ArrayList<Object>> first) {
    racy(t, "ArrayList: " + what, () -> new ArrayList<Object>() {}, first, c -> c.add("x"));
  }

  private static void asked(Table t) {
    list(t, "hashCode", c -> keep(c.hashCode()));
    list(t, "equals", c -> keep(c.equals(List.of())));
    list(t, "as an argument of equals", c -> keep(Objects.equals(List.of(1), c)));
    list(t, "toString", c -> keep(c.toString()));
    list(t, "String.valueOf", c -> keep(String.valueOf(c)));
    list(t, "appended to text", c -> keep(new StringBuilder().append(c)));
    list(t, "clone", c -> keep(c.clone()));
    racy(
        t,
        "ArrayList: a local iterator",
        () -> new ArrayList<Object>(List.of(1)) {},
        c -> keep(iterated(c)),
        c -> c.add("x"));
    list(t, "the source of a stream", c -> keep(c.stream().filter(e -> true).count()));
    list(t, "serialised", c -> write(c));
    racy(
        t,
        "HashMap: toString",
        () -> new HashMap<Object, Object>() {},
        c -> keep(c.toString()),
        c -> c.put("x", "y"));
    racy(
        t,
        "HashMap: equals",
        () -> new HashMap<Object, Object>() {},
        c -> keep(c.equals(Map.of())),
        c -> c.put("x", "y"));
  }

  private static void numbers(Table t) {
    racy(
        t,
        "TreeMap: a view of a view",
        () -> new TreeMap<Object, Object>() {},
        c -> keep(c.headMap("z").keySet().contains("y")),
        c -> c.put("x", "y"));
    racy(t, "BitSet: argument", () -> new BitSet() {}, c -> new BitSet().or(c), c -> c.set(3));
    racy(
        t,
        "BitSet: intersects",
        () -> new BitSet() {},
        c -> keep(new BitSet().intersects(c)),
        c -> c.set(3));
    racy(t, "BitSet: toString", () -> new BitSet() {}, c -> keep(c.toString()), c -> c.set(3));
    racy(t, "BitSet: clone", () -> new BitSet() {}, c -> keep(c.clone()), c -> c.set(3));
    racy(t, "Date: toString", () -> new Date(1) {}, c -> keep(c.toString()), c -> c.setTime(3));
    racy(
        t,
        "Calendar: get and get",
        () -> calendar(),
        c -> keep(c.get(Calendar.DATE)),
        c -> keep(c.get(Calendar.DATE)));
    racy(
        t,
        "Calendar: equals",
        () -> new GregorianCalendar() {},
        c -> keep(c.equals(null)),
        c -> c.set(Calendar.YEAR, 3));
    racy(
        t,
        "SimpleDateFormat: clone",
        () -> new SimpleDateFormat() {},
        c -> keep(c.clone()),
        c -> c.setLenient(true));
    racy(
        t,
        "SimpleDateFormat: getTimeZone",
        () -> new SimpleDateFormat() {},
        c -> keep(c.getTimeZone()),
        c -> c.setLenient(true));
    racy(
        t,
        "DecimalFormat: getMaximumFractionDigits",
        () -> new DecimalFormat() {},
        c -> keep(c.getMaximumFractionDigits()),
        c -> c.setGroupingUsed(true));
    racy(
        t,
        "DecimalFormatSymbols",
        () -> new DecimalFormatSymbols() {},
        c -> keep(c.getZeroDigit()),
        c -> c.setZeroDigit('0'));
  }

  private static void texts(Table t) {
    racy(
        t,
        "DateFormatSymbols",
        () -> new DateFormatSymbols() {},
        c -> keep(c.getEras()),
        c -> c.setEras(new String[2]));
    racy(
        t,
        "MessageFormat: toPattern",
        () -> new MessageFormat("{0}") {},
        c -> keep(c.toPattern()),
        c -> c.applyPattern("{0}"));
    racy(
        t,
        "ParsePosition",
        () -> new ParsePosition(0) {},
        c -> keep(c.getIndex()),
        c -> c.setIndex(3));
    racy(
        t,
        "FieldPosition",
        () -> new FieldPosition(0) {},
        c -> keep(c.getBeginIndex()),
        c -> c.setBeginIndex(3));
  }

  private static void others(Table t) {
    racy(
        t,
        "IntSummaryStatistics",
        () -> new IntSummaryStatistics() {},
        c -> keep(c.getMax()),
        c -> c.accept(3));
    racy(
        t,
        "Scanner: delimiter",
        () -> new Scanner("1 2"),
        c -> keep(c.delimiter()),
        c -> keep(c.next()));
    racy(
        t,
        "Formatter: toString",
        () -> new Formatter(),
        c -> keep(c.toString()),
        c -> keep(c.format("%s", 1)));
    racy(
        t,
        "Matcher: find and find",
        () -> Pattern.compile("a").matcher("banana"),
        c -> won(c.find()),
        c -> won(c.find()));
    racy(
        t,
        "CharsetEncoder",
        () -> StandardCharsets.UTF_8.newEncoder(),
        c -> keep(c.encode(CharBuffer.wrap("a"))),
        c -> keep(c.encode(CharBuffer.wrap("a"))));
    racy(t, "IntBuffer", () -> IntBuffer.allocate(4), c -> keep(c.get()), c -> keep(c.get()));
    racy(
        t,
        "StringBuilder: argument",
        () -> new StringBuilder(),
        c -> keep(new StringBuilder().append(c)),
        c -> keep(c.append(1)));
  }

  private static Calendar calendar() {
    Calendar made = new GregorianCalendar() {};
    made.set(2001, 1, 1); // the fields are worked out by whoever asks first
    return made;
  }

  private static Object iterated(Iterable<?> all) {
    Object last = null;
    for (Object each : all) {
      last = each;
    }
    return last;
  }

  private static void write(Object object) throws IOException {
    new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(object);
  }
}
