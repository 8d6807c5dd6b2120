package com.example.order.rows;

import static com.example.order.rows.HandleRows.won;

import com.example.order.Meeting;
import com.example.order.Table;
import com.sun.net.httpserver.HttpServer;
import java.awt.EventQueue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.LockSupport;

/** E22, R04, R05, W03, W05: what goes through the desktop, the network, libraries, and masses. */
final class OuterRows {
  private static final int MANY = 400;

  private OuterRows() {}

  static void add(Table t) {
    events(t);
    web(t);
    webUnordered(t);
    libraries(t);
    masses(t);
  }

  private static void events(Table t) {
    t.clean(
        "E22",
        "invokeLater, into the event",
        m ->
            m.together(
                () -> {
                  m.first();
                  EventQueue.invokeLater(m.guarded(() -> seconds(m)));
                  m.order().await(1);
                }));
    t.clean("E22", "invokeAndWait, back from the event", m -> m.together(() -> waitFor(m)));
    t.racy(
        "E22",
        "two events of two threads, not one after the other",
        m ->
            m.inOrder(
                () -> {
                  EventQueue.invokeLater(() -> {});
                  m.first();
                },
                () -> {
                  EventQueue.invokeLater(() -> {});
                  m.second();
                }));
  }

  private static void seconds(Meeting m) {
    m.second();
    m.order().step();
  }

  private static void waitFor(Meeting m) throws Exception {
    EventQueue.invokeAndWait(m::first);
    m.second();
  }

  /** A server on this machine that says the same to everybody. */
  private static HttpServer server() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(any, 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static CompletableFuture<HttpResponse<Void>> ask(HttpServer server) {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    return HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.discarding());
  }

  private static void web(Table t) {
    t.clean(
        "R04",
        "sendAsync, into what depends on the response",
        m -> {
          HttpServer server = server();
          m.together(
              () -> {
                m.first();
                ask(server).thenAccept(r -> m.second()).join();
              });
          server.stop(0);
        });
    t.clean(
        "R04",
        "what depends on the response, then join",
        m -> {
          HttpServer server = server();
          m.together(
              () -> {
                ask(server).thenAccept(r -> m.first()).join();
                m.second();
              });
          server.stop(0);
        });
  }

  private static void webUnordered(Table t) {
    t.racy(
        "R04",
        "what depends on the response, and who does not wait for it",
        m -> {
          HttpServer server = server();
          m.inOrder(() -> ask(server).thenAccept(r -> m.first()).join(), m::second);
          server.stop(0);
        });
  }

  /** A stack as libraries have it: one reference, changed by a field updater. */
  private static final class Stack {
    private static final AtomicReferenceFieldUpdater<Stack, Node> TOP =
        AtomicReferenceFieldUpdater.newUpdater(Stack.class, Node.class, "top");

    private volatile Node top;

    void push() {
      Node node = new Node();
      do {
        node.below = top;
      } while (!TOP.compareAndSet(this, node.below, node));
    }

    Node pop() {
      Node node;
      do {
        node = top;
      } while (node != null && !TOP.compareAndSet(this, node, node.below));
      return node;
    }
  }

  private static final class Node {
    private Node below;
  }

  private static void libraries(Table t) {
    t.clean(
        "R05",
        "a library's stack, by its field updater",
        Stack::new,
        Stack::push,
        s -> won(s.pop() != null));
    t.racy(
        "R05",
        "another of its stacks",
        () -> new Stack[] {new Stack(), new Stack()},
        s -> s[0].push(),
        s -> won(s[1].pop() == null));
  }

  private static void masses(Table t) {
    t.clean(
            "W03",
            "parked and rescheduled",
            m ->
                m.together(
                    () -> {
                      m.first();
                      for (int i = 0; i < 50; i++) {
                        LockSupport.parkNanos(1000);
                        Thread.yield();
                      }
                      m.second();
                    }))
        .virtualOnly();
    t.clean(
        "W05",
        "a long line of threads, each started by the one before",
        m -> {
          m.first();
          Thread last = line(m, MANY / 4);
          last.start();
          m.end(last);
        });
    t.racy(
        "W05",
        "many threads between, which know of neither",
        m ->
            m.inOrder(
                m::first,
                () -> {
                  for (int i = 0; i < MANY; i++) {
                    Thread brief = m.thread(() -> {});
                    brief.start();
                    brief.join();
                  }
                },
                m::second));
  }

  /** A thread that starts the next one, waits for it, and so on; the last is the second one. */
  private static Thread line(Meeting m, int more) {
    if (more == 0) {
      return m.thread(m::second);
    }
    return m.thread(
        () -> {
          Thread next = line(m, more - 1);
          next.start();
          next.join();
        });
  }
}
