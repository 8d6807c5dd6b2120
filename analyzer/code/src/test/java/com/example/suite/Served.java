package com.example.suite;

import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** Methods that frameworks call; the annotations stand for theirs. */
public class Served {
  @interface GetMapping {}

  @interface Scheduled {}

  @interface KafkaListener {}

  @interface GET {}

  @interface EventListener {}

  @interface ApplicationScoped {}

  @interface PostConstruct {}

  /** One object serves all requests. */
  static class Web extends HttpServlet {
    private int racyHits;
    private int safeHits;
    private volatile int safeLast;
    private int safeNotServed;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      hit();
      synchronized (this) {
        safeHits++;
      }
      safeLast = 1;
    }

    private void hit() {
      racyHits++;
    }

    public void configure(int v) {
      safeNotServed = v;
    }

    public int seen() {
      return safeNotServed + safeLast;
    }
  }

  /** Helps a controller, of which there is one. */
  static class Counter {
    int racyInside;

    void add() {
      racyInside++;
    }
  }

  static class Controller {
    private final Counter counter = new Counter();
    private String racyUser;
    private String safeSetUp;
    private int racyJob;
    private int safeJob;
    private int racyAcross;

    @PostConstruct
    void fill() {
      safeSetUp = "a";
      racyUser = "nobody";
    }

    @GetMapping
    String user(String name) {
      racyUser = name;
      counter.add();
      return racyUser + safeSetUp + racyJob;
    }

    @Scheduled
    void tick() {
      racyJob++;
      safeJob++;
    }

    @Scheduled
    void tock() {
      safeJob++;
    }

    @KafkaListener
    void first() {
      racyAcross++;
    }

    @KafkaListener
    void second() {
      racyAcross++;
    }
  }

  /** A resource is made for each request. */
  static class Resource {
    private int safeOwn;
    private static int racyOfAll;

    @GET
    int get() {
      racyOfAll++;
      return safeOwn++;
    }
  }

  @ApplicationScoped
  static class OneResource {
    private int racyOwn;

    @GET
    int get() {
      return racyOwn++;
    }
  }

  /** Who publishes is not known: possible, so not likely. */
  static class Listens {
    private int safePublished;

    @EventListener
    void on(Object event) {
      safePublished++;
    }
  }

  /** All in the thread of events. */
  static class Clicks implements java.awt.event.ActionListener {
    private int safeClicks;
    private final Map<String, String> safeMap = new HashMap<>();

    @Override
    public void actionPerformed(java.awt.event.ActionEvent event) {
      safeClicks++;
      safeMap.put("a", "b");
    }
  }

  /** Two listeners of one program run in one thread, a request does not. */
  static class Window implements java.awt.event.ActionListener {
    static int racyShown;
    static int safeTurns;

    @Override
    public void actionPerformed(java.awt.event.ActionEvent event) {
      racyShown++;
      safeTurns++;
    }

    @GetMapping
    int shown() {
      return racyShown;
    }

    /** Of another listener. */
    static class Other implements java.awt.event.ActionListener {
      @Override
      public void actionPerformed(java.awt.event.ActionEvent event) {
        safeTurns++;
      }
    }
  }
}
