package io.racewatch.model;

import static io.racewatch.model.Findings.access;
import static io.racewatch.model.Findings.cycle;
import static io.racewatch.model.Findings.edge;
import static io.racewatch.model.Findings.frame;
import static io.racewatch.model.Findings.race;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {
  private static final String MEMBER = "com.acme.Counter.value";

  private static Access at(Operation operation, String method, int line) {
    return access(MEMBER, operation, frame("com.acme.Counter", method, line));
  }

  private static String print(Access one, Access two) {
    return race(MEMBER, one, two).fingerprint();
  }

  @Test
  void isTheSameForeverInTheseCases() {
    assertThat(print(at(Operation.WRITE, "add", 1), at(Operation.READ, "get", 2)))
        .isEqualTo("8cc04f2cbd2e4448b996b93a6ac9b36c8a8b7e4925afe4b1f627c154215dffc3");
  }

  @Test
  void neitherSideOrderNorLinesNorThreadsCount() {
    assertThat(print(at(Operation.WRITE, "add", 1), at(Operation.READ, "get", 2)))
        .isEqualTo(print(at(Operation.READ, "get", 20), at(Operation.WRITE, "add", 10)));
  }

  @Test
  void operationMethodMemberAndRuleCount() {
    String base = print(at(Operation.WRITE, "add", 1), at(Operation.READ, "get", 2));
    assertThat(print(at(Operation.WRITE, "add", 1), at(Operation.WRITE, "get", 2)))
        .isNotEqualTo(base);
    assertThat(print(at(Operation.WRITE, "add", 1), at(Operation.READ, "got", 2)))
        .isNotEqualTo(base);
    List<Access> sides = List.of(at(Operation.WRITE, "add", 1), at(Operation.READ, "get", 2));
    assertThat(Fingerprint.ofAccesses(Rule.DATA_RACE, List.of("x.Y.z"), sides)).isNotEqualTo(base);
    assertThat(Fingerprint.ofAccesses(Rule.UNGUARDED_WRITE, List.of(MEMBER), sides))
        .isNotEqualTo(base);
  }

  @Test
  void theRootMemberCountsAsSuchAndTheOthersInAnyOrder() {
    List<Access> sides = List.of(at(Operation.WRITE, "add", 1), at(Operation.READ, "get", 2));
    String base = Fingerprint.ofAccesses(Rule.DATA_RACE, List.of("a", "b", "c"), sides);
    assertThat(Fingerprint.ofAccesses(Rule.DATA_RACE, List.of("a", "c", "b"), sides))
        .isEqualTo(base);
    assertThat(Fingerprint.ofAccesses(Rule.DATA_RACE, List.of("b", "a", "c"), sides))
        .isNotEqualTo(base);
  }

  @Test
  void aSideStandsInTheFirstFrameOutsideTheJdk() {
    Frame user = frame("com.acme.Counter", "get", 2);
    Access direct = access(MEMBER, Operation.CALL, user);
    Access within = access(MEMBER, Operation.CALL, frame("java.util.HashMap", "get", 5), user);
    assertThat(print(direct, direct)).isEqualTo(print(within, direct));
  }

  @Test
  void cyclesHaveNoFirstEdgeButADirection() {
    CycleEdge ab = edge("A.x", frame("A", "f", 1), "B.x", frame("A", "g", 2));
    CycleEdge bc = edge("B.x", frame("B", "f", 1), "C.x", frame("B", "g", 2));
    CycleEdge ca = edge("C.x", frame("C", "f", 1), "A.x", frame("C", "g", 2));
    String base = cycle(ab, bc, ca).fingerprint();
    assertThat(cycle(bc, ca, ab).fingerprint()).isEqualTo(base);
    assertThat(cycle(ca, ab, bc).fingerprint()).isEqualTo(base);
    assertThat(cycle(ca, bc, ab).fingerprint()).isNotEqualTo(base);
  }

  @ParameterizedTest
  @CsvSource({
    "lambda$foo$3,lambda$foo",
    "lambda$foo2$3,lambda$foo2",
    "lambda$foo$3$1,lambda$foo",
    "foo$lambda-0,foo$lambda",
    "com.acme.Foo$$Lambda$14/0x0000001,com.acme.Foo$$Lambda",
    "com.acme.Foo$$Lambda/0x00007f,com.acme.Foo$$Lambda",
    "com.acme.Hidden/0x00007f,com.acme.Hidden",
    "com.acme.Foo$1,com.acme.Foo$1",
    "run2,run2",
  })
  void numbersOfLambdasAndHiddenClassesAreLeftOut(String name, String normal) {
    assertThat(Fingerprint.normal(name)).isEqualTo(normal);
  }
}
