package io.racewatch.engine;

import io.racewatch.code.StaticAnalysis;
import io.racewatch.code.StaticInput;
import io.racewatch.code.StaticResult;
import io.racewatch.code.input.Broken;
import io.racewatch.engine.cache.ContentKey;
import io.racewatch.engine.cache.ResultCache;
import io.racewatch.model.Evidence;
import io.racewatch.model.Finding;
import io.racewatch.model.Version;
import io.racewatch.model.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From class files to a report. Stateless, so safe for use by several threads. */
public final class StaticEngine {
  private static final int BROKEN_SHOWN = 3;

  private StaticEngine() {}

  /**
   * A report of the bytecode alone.
   *
   * @param made the report, with a problem for each path that could not be read
   * @param classes how many classes were looked at
   */
  public record Outcome(EngineReport made, int classes) {}

  /**
   * Looks at the paths of a request and makes a report of what is wanted.
   *
   * @throws IOException if the user's catalogue rows cannot be read
   * @throws io.racewatch.model.catalog.CatalogException if one of them is bad
   */
  public static Outcome analyze(StaticRequest request, EngineOptions options, Wanted wanted)
      throws IOException {
    return report(result(request).only(wanted::has), options);
  }

  /**
   * The same of what was analysed last, as the cache has it.
   *
   * @return null if nothing is there
   */
  public static Outcome last(Path cache, EngineOptions options) {
    StaticResult result = new ResultCache(cache).newest();
    return result == null ? null : report(result, options);
  }

  private static Outcome report(StaticResult result, EngineOptions options) {
    EngineReport made =
        Engine.ofBytecode(
            scoped(result, options), result.orders(), notes(result), result.unreadable(), options);
    return new Outcome(made, result.classes());
  }

  /**
   * The lines of a plan for a watched run of these paths: fields that need no checks.
   *
   * @throws IOException if the user's catalogue rows cannot be read
   */
  public static List<String> plan(StaticRequest request) throws IOException {
    return StaticAnalysis.plan(input(request, catalog(request)));
  }

  private static Catalog catalog(StaticRequest request) throws IOException {
    return request.primitives() == null ? Catalog.load() : Catalog.load(request.primitives());
  }

  private static StaticInput input(StaticRequest request, Catalog catalog) {
    return new StaticInput(request.paths(), request.classPath(), catalog, request.progress()::at);
  }

  static StaticResult result(StaticRequest request) throws IOException {
    Catalog catalog = catalog(request);
    String key = request.cache() == null ? null : key(request);
    ResultCache cache = key == null ? null : new ResultCache(request.cache());
    StaticResult known = cache == null ? null : cache.find(key);
    if (known != null) {
      return known;
    }
    StaticResult result = StaticAnalysis.of(input(request, catalog));
    if (cache != null && result.classes() > 0) {
      cache.keep(key, result);
    }
    return result;
  }

  /** Everything that a result depends on; null if some of it cannot be read. */
  private static String key(StaticRequest request) {
    try {
      ContentKey key = new ContentKey();
      key.add(Version.text()).add(Integer.toString(Runtime.version().feature()));
      Path jar = OwnJar.path();
      if (jar != null) {
        key.add(jar);
      }
      if (request.primitives() != null) {
        key.add(request.primitives());
      }
      for (Path path : request.paths()) {
        key.add(path);
      }
      key.add("class path");
      for (Path path : request.classPath()) {
        key.add(path);
      }
      return key.text();
    } catch (IOException unreadable) {
      return null;
    }
  }

  static List<Finding> scoped(StaticResult result, EngineOptions options) {
    Scopes scopes = Scopes.of(options, result.own());
    return result.findings().stream()
        .map(
            f ->
                f.with(
                    Evidence.STATIC, scopes.of(f.members(), f.accesses(), f.cycle()), f.coverage()))
        .toList();
  }

  static List<String> notes(StaticResult result) {
    List<String> notes = new ArrayList<>();
    notes.add(result.classes() + (result.classes() == 1 ? " class" : " classes") + " analysed");
    notes.addAll(result.notes());
    List<Broken> broken = result.broken();
    broken.stream().limit(BROKEN_SHOWN).forEach(each -> notes.add("not analysed: " + each));
    if (broken.size() > BROKEN_SHOWN) {
      notes.add("not analysed: " + (broken.size() - BROKEN_SHOWN) + " more");
    }
    return notes;
  }
}
