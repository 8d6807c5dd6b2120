package com.example.beside;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A Spring Boot application that asks itself a few times and ends. */
@SpringBootApplication
@RestController
public class BootApp {
  private final AtomicInteger count = new AtomicInteger();

  /** Answers with the name and how often it was asked before. */
  @GetMapping("/hello")
  public String hello(@RequestParam("name") String name) {
    return "hello " + name + count.getAndIncrement();
  }

  /** Starts here. */
  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    SpringApplication application = new SpringApplication(BootApp.class);
    application.setLogStartupInfo(false);
    var context =
        (ServletWebServerApplicationContext)
            application.run("--server.port=0", "--spring.main.banner-mode=off",
                "--logging.level.root=ERROR");
    System.err.println("started in ms " + (System.nanoTime() - start) / 1_000_000);
    int port = context.getWebServer().getPort();
    HttpClient client = HttpClient.newHttpClient();
    for (int i = 0; i < 20; i++) {
      URI uri = URI.create("http://localhost:" + port + "/hello?name=n");
      HttpRequest request = HttpRequest.newBuilder(uri).build();
      System.out.println(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
    System.out.println(BootApp.class.getClassLoader().getClass().getName());
    System.exit(SpringApplication.exit(context));
  }
}
