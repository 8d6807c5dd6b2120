package io.racewatch.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.racewatch.format.Entry;
import io.racewatch.model.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationsTest {
  private static Story story() {
    return new Story(4).start(2, 1).start(3, 2).start(4, 3);
  }

  private static Story publication(Story story, int reader) {
    field(story, "com.acme.Point.x", "com.acme.Point.<init>:20", reader);
    story.race(
        Story.side(2, 1, 1, "write", "com.acme.App.shared", "com.acme.App.publish:10"),
        Story.side(reader, 1, 1, "read", "com.acme.App.shared", "com.acme.App.consume:14"));
    return field(story, "com.acme.Point.y", "com.acme.Point.<init>:21", reader);
  }

  private static Story field(Story story, String member, String site, int reader) {
    return story.race(
        Story.side(2, 1, 1, "write", member, site, "com.acme.App.publish:10"),
        Story.side(reader, 1, 1, "read", member, "com.acme.App.consume:15"));
  }

  private static List<List<String>> members(Story story) {
    return story.end().report().findings().stream().map(Finding::members).toList();
  }

  @Test
  void oneFindingWithTheReferenceFirst() {
    assertThat(members(publication(story(), 3)))
        .containsExactly(List.of("com.acme.App.shared", "com.acme.Point.x", "com.acme.Point.y"));
  }

  @Test
  void anotherReaderAtTheSamePlaceBelongsToIt() {
    Story story = publication(story(), 3);
    field(story, "com.acme.Point.z", "com.acme.Point.<init>:22", 4);
    assertThat(members(story)).hasSize(1);
  }

  @Test
  void aFieldWrittenLaterIsARaceOfItsOwn() {
    Story story = publication(story(), 3);
    field(story, "com.acme.Point.moved", "com.acme.Point.move:30", 3);
    assertThat(members(story)).hasSize(2).contains(List.of("com.acme.Point.moved"));
  }

  @Test
  void anUnrelatedReferenceDragsNothing() {
    Story story = story();
    field(story, "com.acme.Point.x", "com.acme.Point.<init>:20", 3);
    story.race(
        Story.side(4, 1, 1, "write", "com.acme.Other.flag", "com.acme.Other.set:1"),
        Story.side(3, 1, 1, "read", "com.acme.Other.flag", "com.acme.Other.get:2"));
    assertThat(members(story)).hasSize(2);
  }

  @Test
  void ofTwoReferencesTheNearerOneIsTheRoot() {
    Story story = story();
    story.race(
        Story.side(2, 1, 1, "write", "com.acme.App.counter", "com.acme.App.count:3"),
        Story.side(3, 1, 1, "read", "com.acme.App.counter", "com.acme.App.show:4"));
    assertThat(members(publication(story, 3)))
        .containsExactlyInAnyOrder(
            List.of("com.acme.App.counter"),
            List.of("com.acme.App.shared", "com.acme.Point.x", "com.acme.Point.y"));
  }

  @Test
  void aConstructorRaceAloneStaysOne() {
    Story story = field(story(), "com.acme.Point.x", "com.acme.Point.<init>:20", 3);
    assertThat(members(story)).containsExactly(List.of("com.acme.Point.x"));
  }

  @Test
  void theReadOfTheReferenceMayHaveComeFirst() {
    Story story = field(story(), "com.acme.Point.x", "com.acme.Point.<init>:20", 3);
    Entry.Side read = Story.side(3, 1, 1, "read", "com.acme.App.shared", "com.acme.App.consume:14");
    Entry.Side write =
        Story.side(2, 1, 1, "write", "com.acme.App.shared", "com.acme.App.publish:10");
    assertThat(members(story.race(read, write)))
        .containsExactly(List.of("com.acme.App.shared", "com.acme.Point.x"));
  }
}
