package io.racewatch.model.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogParserTest {
  private static Catalog parse(String text) throws IOException {
    return Catalog.parse(new StringReader(text), "rows.txt");
  }

  @Test
  void readsEveryColumn() throws IOException {
    Catalog catalog =
        parse(
            "# comment\n\n  a/B,a/C  m  (I)Z  acquire this shared"
                + " exit-if-true call 19 24 K01,K02 if=a/D\n");
    assertThat(catalog.rows()).containsExactly(expected("a/B"), expected("a/C"));
    assertThat(catalog.rows().get(0).shared()).isTrue();
  }

  private static Row expected(String owner) {
    return new Row(
        owner,
        "m",
        "(I)Z",
        Effect.ACQUIRE,
        new Subject(Subject.Kind.THIS, 0, null),
        Mode.SHARED,
        When.EXIT_IF_TRUE,
        Where.CALL,
        19,
        24,
        List.of("K01", "K02"),
        "a/D",
        null,
        null,
        null);
  }

  @Test
  void readsPlaces() throws IOException {
    Row call =
        parse(
                "java/A m ()V task-begin this - entry body - - -"
                    + " at=call:java/lang/Runnable.run()V\n")
            .rows()
            .get(0);
    assertThat(call.place().matches("java/lang/Runnable", "run", "()V")).isTrue();
    assertThat(call.place().matches("java/lang/Runnable", "run", "()I")).isFalse();
    Row get =
        parse("java/A m ()V consume this - exit body - - - at=get:java/A.result\n").rows().get(0);
    assertThat(get.place().kind()).isEqualTo(Place.Kind.GET);
    assertThat(get.place().matches("java/A", "result", "Ljava/lang/Object;")).isTrue();
  }

  @Test
  void readsContainers() throws IOException {
    Row call = parse("a/Q add (La/B;)Z publish arg0 - entry call - - - in=this\n").rows().get(0);
    assertThat(call.container()).isEqualTo(new Subject(Subject.Kind.THIS, 0, null));
    Row body = parse("java/A m (La/B;)V publish arg0 - entry body - - - in=self.q\n").rows().get(0);
    assertThat(body.container()).isEqualTo(new Subject(Subject.Kind.SELF, 0, "q"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/B m ()V publish this - entry call - - | expected 11 columns, found 10",
        "a/B m ()V acquire this exclusive exit call - - - in=this | in= is for effects publish, consume",
        "a/B m ()V publish this - entry call - - - in=self | in= is this at a call",
        "java/B m ()V publish this - entry body - - - in=this | in= is self or self.FIELD in a body",
        "a/B m ()V publsh this - entry call - - - | unknown effect 'publsh'",
        "a/B m ()V publish arg - entry call - - - | unknown subject 'arg'",
        "a/B m ()V publish arg0 - entry call - - - | there is no arg0 in ()V",
        "a/B m ()V publish this shared entry call - - - | effect publish has no mode",
        "a/B m ()V acquire this both exit call - - - | unknown mode 'both'",
        "a/B m ()V atomic this acqire around call - - - | unknown mode 'acqire'",
        "a/B m ()V publish this - later call - - - | unknown when 'later'",
        "a/B m ()V publish this - entry here - - - | unknown where 'here'",
        "a/B m ()V publish this - entry call 1x - - | bad since '1x'",
        "a/B m ()V publish this - entry call 21 19 - | since 21 is after 19",
        "a/B m ()V publish this - entry call - - 7 | bad id '7'",
        "a.B m ()V publish this - entry call - - - | bad owner 'a.B'",
        "a/B m (V publish this - entry call - - - | bad descriptor '(V'",
        "a/B m ()V consume this - exit-if-true call - - - | exit-if-true does not fit",
        "a/B m ()V consume result - exit call - - - | the result V is not an object",
        "a/B * * publish this - entry call - - - | method '*' is for effect monitor and at= alone",
        "a/B m ()V publish this - entry body - - - | is not a class of the JDK",
        "java/B m ()V acquire this exclusive exit body - - - | is observed at calls",
        "java/B m ()V publish this - entry call - - - at=get:a/B.f | are for bodies alone",
        "java/B m ()V publish this - entry body - - - at=put:a/B.f | unknown place 'put'",
        "a/B m ()V publish this - entry call - - - fi=a/D | unexpected 'fi=a/D'",
      })
  void saysWhatIsWrongAndWhere(String line, String reason) {
    assertThatThrownBy(() -> parse("# one\n" + line + "\n"))
        .isInstanceOf(CatalogException.class)
        .hasMessageStartingWith("rows.txt:2: ")
        .hasMessageContaining(reason);
  }

  @Test
  void refusesARowTwice() {
    String line = "a/B m ()V publish this - entry call - - -\n";
    assertThatThrownBy(() -> parse(line + line)).hasMessageContaining("rows.txt:2: the same row");
  }

  @Test
  void findsCallsByNameAndDescriptor() throws IOException {
    Catalog catalog =
        parse(
            "a/B m (I)V publish this - entry call - - -\n"
                + "a/C m * publish this - entry call - - -\n"
                + "java/D m (I)V publish this - entry body - - -\n");
    assertThat(catalog.calls("m", "(I)V")).extracting(Row::owner).containsExactly("a/B", "a/C");
    assertThat(catalog.calls("m", "(J)V")).extracting(Row::owner).containsExactly("a/C");
    assertThat(catalog.calls("n", "(I)V")).isEmpty();
    assertThat(catalog.bodies()).extracting(Row::owner).containsExactly("java/D");
  }

  @Test
  void givesACallTheRowsOfOneOwnerAlone() throws IOException {
    Catalog catalog =
        parse(
            "a/Special m ()V request this shared entry call - - -\n"
                + "a/General m ()V request this exclusive entry call - - -\n"
                + "a/Special m ()V acquire this shared exit call - - -\n");
    assertThat(catalog.calls("m", "()V", type -> true))
        .extracting(Row::owner)
        .containsExactly("a/Special", "a/Special");
    assertThat(catalog.calls("m", "()V", "a/General"::equals)).hasSize(1);
    assertThat(catalog.calls("m", "()V", type -> false)).isEmpty();
  }

  @Test
  void leavesOutRowsOfOtherReleases() throws IOException {
    Catalog catalog =
        parse(
            "a/B old ()V publish this - entry call - 20 -\n"
                + "a/B now ()V publish this - entry call 21 - -\n");
    assertThat(catalog.forFeature(17).rows()).extracting(Row::method).containsExactly("old");
    assertThat(catalog.forFeature(21).rows()).extracting(Row::method).containsExactly("now");
  }

  @Test
  void addsTheRowsOfTheUser(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("mine.txt");
    Files.writeString(file, "com/acme/Gate open ()V publish this - entry call - - -\n");
    Catalog catalog = Catalog.load(file);
    assertThat(catalog.calls("open", "()V")).hasSize(1);
    assertThat(catalog.rows()).hasSize(Catalog.load().rows().size() + 1);
    Files.writeString(file, "com/acme/Gate open\n");
    assertThatThrownBy(() -> Catalog.load(file)).hasMessageStartingWith(file + ":1: ");
  }

  @Test
  void builtInRowsPassTheChecksThatTheStartSkips() throws IOException {
    try (var in = Catalog.class.getResourceAsStream("sync-primitives.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(parse(text).rows()).isEqualTo(Catalog.load().rows());
    }
  }
}
