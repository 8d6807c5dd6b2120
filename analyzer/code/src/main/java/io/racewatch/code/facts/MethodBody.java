package io.racewatch.code.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one method does. Immutable once read. */
public final class MethodBody {
  private final String key;
  private final String owner;
  private final String name;
  private final String descriptor;
  private final int access;
  private final List<Event> events;
  private final Flow flow;
  private final Map<String, String> annotations;

  MethodBody(
      String owner,
      String name,
      String descriptor,
      int access,
      List<Event> events,
      Flow flow,
      Map<String, String> annotations) {
    this.key = owner + '.' + name + descriptor;
    this.owner = owner;
    this.name = name;
    this.descriptor = descriptor;
    this.access = access;
    this.events = List.copyOf(events);
    this.flow = flow;
    this.annotations = annotations.isEmpty() ? Map.of() : new HashMap<>(annotations);
  }

  /** Internal name of the class. */
  public String owner() {
    return owner;
  }

  public String name() {
    return name;
  }

  public String descriptor() {
    return descriptor;
  }

  /** Access flags. */
  public int access() {
    return access;
  }

  public boolean has(int flag) {
    return (access & flag) != 0;
  }

  /** Name and descriptor. */
  public String signature() {
    return name.concat(descriptor);
  }

  /** Owner, name and descriptor. */
  public String key() {
    return key;
  }

  /** In the order of the class file. */
  public List<Event> events() {
    return events;
  }

  /** Where control can go. */
  public Flow flow() {
    return flow;
  }

  /** Simple names of annotations, with the value if there is one. */
  public Map<String, String> annotations() {
    return annotations;
  }

  /** The constructor or the class initializer. */
  public boolean initializes() {
    return name.equals("<init>") || name.equals("<clinit>");
  }

  /** What the method returns holding, or gives back of its caller's. */
  public List<World.Net> nets() {
    Held all = null;
    Held.Lock attempt = null;
    boolean attempts = true;
    for (Event event : events) {
      if (event instanceof Event.Return end) {
        all = all == null ? end.held() : all.meet(end.held());
        if (end.attempt() != null) {
          attempts &= attempt == null || attempt.path() == end.attempt().path();
          attempt = end.attempt();
        }
      }
    }
    List<World.Net> nets = new ArrayList<>();
    if (all != null) {
      for (Held.Lock lock : all.locks()) {
        boolean entry = lock.monitor() && lock.line() < 0;
        if (!entry && !lock.monitor()) {
          nets.add(new World.Net(lock, false));
        }
      }
    }
    if (attempt != null && attempts) {
      nets.add(new World.Net(attempt, true));
    }
    return nets;
  }

  /** Whether a branch compares two numbers, as code does that decides an order. */
  public boolean comparesNumbers() {
    return flow.comparesNumbers();
  }

  @Override
  public String toString() {
    return key();
  }
}
