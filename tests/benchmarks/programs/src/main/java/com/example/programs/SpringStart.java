package com.example.programs;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A web application of Spring Boot with Tomcat that starts, and is closed at once. */
@SpringBootApplication
@RestController
public class SpringStart {
  private final AtomicLong visits = new AtomicLong();

  /** Takes no arguments. */
  public static void main(String[] args) {
    SpringApplication application = new SpringApplication(SpringStart.class);
    application.setLogStartupInfo(false);
    ConfigurableApplicationContext context =
        application.run(
            "--server.port=0", "--spring.main.banner-mode=off", "--logging.level.root=warn");
    System.out.println("started " + context.containsBean("dispatcherServlet"));
    context.close();
  }

  /** A page. */
  @GetMapping("/")
  public String page() {
    return "visit " + visits.incrementAndGet();
  }
}
