package com.example.field;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty under load from the JDK's HTTP client: four threads, every fourth request asynchronous. */
public final class Jetty {
  private static final int THREADS = 4;
  private static final int POOL = 16;
  private static final int ASYNCHRONOUS = 4;

  private Jetty() {}

  /** The argument is the number of requests a thread. */
  public static void main(String[] args) throws Exception {
    int requests = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    Server server = new Server(new QueuedThreadPool(POOL));
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Echo());
    server.start();
    try {
      URI root = URI.create("http://127.0.0.1:" + connector.getLocalPort());
      HttpClient client = HttpClient.newHttpClient();
      AtomicLong sum = new AtomicLong();
      Crew.work(THREADS, number -> sum.addAndGet(load(client, root, number, requests)));
      System.out.println("sum " + sum.get());
    } finally {
      server.stop();
    }
  }

  private static long load(HttpClient client, URI root, int thread, int requests) throws Exception {
    long sum = 0;
    List<CompletableFuture<Integer>> pending = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(root.resolve("/" + thread + "/" + i))
              .POST(HttpRequest.BodyPublishers.ofString("x".repeat(i % 1000)))
              .build();
      if (i % ASYNCHRONOUS == 0) {
        pending.add(
            client
                .sendAsync(request, BodyHandlers.ofString())
                .thenApply(response -> response.body().length()));
      } else {
        sum += client.send(request, BodyHandlers.ofString()).body().length();
      }
    }
    for (CompletableFuture<Integer> answer : pending) {
      sum += answer.get();
    }
    return sum;
  }

  /** Answers with the path and the body of the request. */
  private static final class Echo extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      String body = Content.Source.asString(request, StandardCharsets.UTF_8);
      response.getHeaders().put("Content-Type", "text/plain");
      Content.Sink.write(response, true, request.getHttpURI().getPath() + body, callback);
      return true;
    }
  }
}
