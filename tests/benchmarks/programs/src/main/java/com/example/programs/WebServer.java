package com.example.programs;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty serves and stores resources, asked by the JDK's HTTP client in the same process. */
public final class WebServer {
  private static final int POOL = 8;
  private static final int RESOURCES = 50_000;
  private static final int LENGTH = 4200;

  private WebServer() {}

  /** The argument is the number of requests a thread. */
  public static void main(String[] args) throws Exception {
    int requests = Integer.parseInt(args[0]);
    Store store = new Store();
    Server server = new Server(new QueuedThreadPool(POOL));
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(store);
    server.start();
    try {
      URI root = URI.create("http://127.0.0.1:" + connector.getLocalPort());
      HttpClient client = HttpClient.newHttpClient();
      System.out.println("sum " + Crew.work(number -> load(client, root, number, requests)));
      Crew.end(store);
    } finally {
      server.stop();
    }
  }

  private static long load(HttpClient client, URI root, int thread, int requests) throws Exception {
    long sum = 0;
    for (int i = 0; i < requests; i++) {
      URI place = root.resolve("/" + (i * 31 % RESOURCES) + "/" + thread);
      HttpRequest.Builder request = HttpRequest.newBuilder(place);
      if (i % 4 == 0) {
        request.POST(HttpRequest.BodyPublishers.ofString("x".repeat(i % 1000)));
      }
      sum += client.send(request.build(), BodyHandlers.ofString()).body().length();
    }
    return sum;
  }

  /** Gives a resource, or takes a body and tells its length. */
  private static final class Store extends Handler.Abstract {
    private final Map<String, String> resources = new ConcurrentHashMap<>();
    private final Map<String, String> stored = new ConcurrentHashMap<>();

    Store() {
      for (int i = 0; i < RESOURCES; i++) {
        resources.put(String.valueOf(i), "r".repeat(LENGTH));
      }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      String path = request.getHttpURI().getPath();
      String answer;
      if (request.getMethod().equals("POST")) {
        String body = Content.Source.asString(request, StandardCharsets.UTF_8);
        stored.put(path, body);
        answer = "stored " + body.length();
      } else {
        answer = resources.get(path.substring(1, path.indexOf('/', 1)));
      }
      response.getHeaders().put("Content-Type", "text/plain");
      Content.Sink.write(response, true, answer, callback);
      return true;
    }
  }
}
