package com.example.collections;

import com.example.support.Threads;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.text.DecimalFormat;
import java.text.MessageFormat;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Date;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Scanner;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

// api-race: java.text.DecimalFormat
// api-race: java.text.MessageFormat
// api-race: java.util.GregorianCalendar
// api-race: java.util.Date
// api-race: java.util.regex.Matcher
// api-race: java.util.Scanner
// api-race: java.util.BitSet
// api-race: java.util.StringJoiner
// api-race: java.util.SplittableRandom
// api-race: java.util.zip.CRC32
// api-race: java.nio.HeapByteBuffer
// api-race: java.security.MessageDigest$Delegate$CloneableDelegate
// api-race: java.util.IdentityHashMap
// api-race: java.util.EnumMap
// api-race: java.util.ArrayDeque
// api-race: java.util.PriorityQueue
// api-race: java.util.LinkedHashMap
/** Objects that keep a state between calls, each used by two threads. */
public final class SharedHelpers {
  private static final DecimalFormat decimals = new DecimalFormat("0.0");
  private static final MessageFormat message = new MessageFormat("{0}");
  private static final Calendar calendar = new GregorianCalendar(2020, 1, 1);
  private static final Date date = new Date(0);
  private static final Matcher matcher = Pattern.compile("a").matcher("abab");
  private static final Scanner scanner = new Scanner("1 2 3 4 5 6");
  private static final BitSet bits = new BitSet();
  private static final StringJoiner joiner = new StringJoiner(",");
  private static final SplittableRandom random = new SplittableRandom(1);
  private static final CRC32 crc = new CRC32();
  private static final ByteBuffer buffer = ByteBuffer.allocate(64);
  private static final Map<String, String> identity = new IdentityHashMap<>();
  private static final Map<Thread.State, String> states = new EnumMap<>(Thread.State.class);
  private static final ArrayDeque<Integer> deque = new ArrayDeque<>();
  private static final PriorityQueue<Integer> heap = new PriorityQueue<>();
  private static final Map<Integer, String> byAccess = new LinkedHashMap<>(16, 0.75f, true);
  private static final MessageDigest digest = digest();

  private SharedHelpers() {}

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts here. */
  public static void main(String[] args) throws InterruptedException {
    byAccess.put(1, "a");
    Threads.inOrder(SharedHelpers::use, SharedHelpers::use);
    System.out.println("done");
  }

  private static void use() {
    decimals.format(1.5); // racy
    message.format(new Object[] {"x"}); // racy
    calendar.add(Calendar.DAY_OF_MONTH, 1); // racy
    date.setTime(5); // racy
    matcher.find(); // racy
    scanner.nextInt(); // racy
    bits.set(3); // racy
    joiner.add("x"); // racy
    random.nextInt(); // racy
    crc.update(7); // racy
    buffer.put((byte) 1); // racy
    digest.update((byte) 1); // racy
    identity.put("a", "b"); // racy
    states.put(Thread.State.NEW, "b"); // racy
    deque.add(1); // racy
    heap.add(1); // racy
    byAccess.get(1); // racy
  }
}
