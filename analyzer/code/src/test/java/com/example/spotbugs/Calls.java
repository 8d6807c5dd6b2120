package com.example.spotbugs;

import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.util.Calendar;
import java.util.Date;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Calls with and without locks, and objects for one thread. */
public class Calls {
  private Calls() {}

  /** UL_UNRELEASED_LOCK. */
  public static class UnreleasedBad {
    private final Lock lock = new ReentrantLock();
    private boolean closed;

    public void run() {
      lock.lock();
      if (closed) {
        return;
      }
      closed = true;
      lock.unlock();
    }
  }

  /** On every way. */
  public static class UnreleasedGood {
    private final Lock lock = new ReentrantLock();
    private boolean closed;

    public void run() {
      lock.lock();
      try {
        if (closed) {
          return;
        }
        closed = true;
      } finally {
        lock.unlock();
      }
    }
  }

  /** UL_UNRELEASED_LOCK_EXCEPTION_PATH. */
  public static class ExceptionPathBad {
    private final Lock lock = new ReentrantLock();

    public void run(Runnable task) {
      lock.lock();
      task.run();
      lock.unlock();
    }
  }

  /** In a finally. */
  public static class ExceptionPathGood {
    private final Lock lock = new ReentrantLock();

    public void run(Runnable task) {
      lock.lock();
      try {
        task.run();
      } finally {
        lock.unlock();
      }
    }
  }

  /** CWO_CLOSED_WITHOUT_OPENED. */
  public static class WithoutOpenedBad {
    private final Lock lock = new ReentrantLock();

    public void run(Runnable task) {
      try {
        if (lock.tryLock()) {
          task.run();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Only if it was got. */
  public static class WithoutOpenedGood {
    private final Lock lock = new ReentrantLock();

    public void run(Runnable task) {
      if (lock.tryLock()) {
        try {
          task.run();
        } finally {
          lock.unlock();
        }
      }
    }
  }

  /** TLW_TWO_LOCK_WAIT. */
  public static class TwoLockWaitBad {
    private final Object outer = new Object();
    private final Object inner = new Object();
    private boolean ready;

    public void block() throws InterruptedException {
      synchronized (outer) {
        synchronized (inner) {
          while (!ready) {
            inner.wait();
          }
        }
      }
    }
  }

  /** With its own lock alone. */
  public static class TwoLockWaitGood {
    private final Object inner = new Object();
    private boolean ready;

    public void block() throws InterruptedException {
      synchronized (inner) {
        while (!ready) {
          inner.wait();
        }
      }
    }
  }

  /** SWL_SLEEP_WITH_LOCK_HELD. */
  public static class SleepBad {
    private int ticks;

    public synchronized void tick() throws InterruptedException {
      Thread.sleep(10);
      ticks++;
    }
  }

  /** Outside. */
  public static class SleepGood {
    private int ticks;

    public void tick() throws InterruptedException {
      Thread.sleep(10);
      synchronized (this) {
        ticks++;
      }
    }
  }

  /** SP_SPIN_ON_FIELD. */
  public static class SpinBad {
    private boolean done;

    public void block() {
      while (!done) {
        Thread.yield();
      }
    }

    public void end() {
      done = true;
    }
  }

  /** Volatile. */
  public static class SpinGood {
    private volatile boolean done;

    public void block() {
      while (!done) {
        Thread.yield();
      }
    }

    public void end() {
      done = true;
    }
  }

  /** SC_START_IN_CTOR. */
  public static class StartBad {
    private int interval;

    /** Makes it. */
    public StartBad() {
      new Thread(this::poll).start();
      interval = 10;
    }

    private void poll() {
      System.out.println(interval);
    }
  }

  /** Started by another method. */
  public static final class StartGood {
    private final int interval;

    /** Makes it. */
    public StartGood() {
      interval = 10;
    }

    /** Starts it. */
    public void start() {
      new Thread(this::poll).start();
    }

    private void poll() {
      System.out.println(interval);
    }
  }

  /** STCAL_INVOKE_ON_STATIC_CALENDAR_INSTANCE and STCAL_STATIC_CALENDAR_INSTANCE. */
  public static class StaticCalendarBad {
    public static final Calendar NOW = Calendar.getInstance();

    public static int day(Date date) {
      NOW.setTime(date);
      return NOW.get(Calendar.DAY_OF_MONTH);
    }
  }

  /** One for each call. */
  public static class StaticCalendarGood {
    public static int day(Date date) {
      Calendar now = Calendar.getInstance();
      now.setTime(date);
      return now.get(Calendar.DAY_OF_MONTH);
    }
  }

  /** STCAL_INVOKE_ON_STATIC_DATE_FORMAT_INSTANCE and STCAL_STATIC_SIMPLE_DATE_FORMAT_INSTANCE. */
  public static class StaticFormatBad {
    private static final DateFormat YEAR = new SimpleDateFormat("yyyy");

    public static String year(Date date) {
      return YEAR.format(date);
    }
  }

  /** Under one lock. */
  public static class StaticFormatGood {
    private static final DateFormat YEAR = new SimpleDateFormat("yyyy");

    public static synchronized String year(Date date) {
      return YEAR.format(date);
    }
  }

  /** MSF_MUTABLE_SERVLET_FIELD. */
  public static class ServletFieldBad extends HttpServlet {
    private String user;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      user = request.toString();
      System.identityHashCode(user + response);
    }
  }

  /** A local variable. */
  public static class ServletFieldGood extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      String user = request.toString();
      System.identityHashCode(user + response);
    }
  }
}
