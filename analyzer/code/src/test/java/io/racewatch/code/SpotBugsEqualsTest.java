package io.racewatch.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.spotbugs.Calls;
import com.example.spotbugs.Fields;
import com.example.spotbugs.LockObjects;
import io.racewatch.model.Certainty;
import io.racewatch.model.CycleEdge;
import io.racewatch.model.Finding;
import io.racewatch.model.Rule;
import io.racewatch.model.catalog.Catalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each multithreading pattern of SpotBugs that speaks of races, visibility, wrong locks, leaks or
 * blocking has an equal here: the rule finds the program that ends in {@code Bad}, and is silent on
 * the one that ends in {@code Good}.
 */
class SpotBugsEqualsTest {
  private static final String PACKAGE = "com.example.spotbugs.";
  private static List<Finding> all;

  @BeforeAll
  static void analyze() {
    all =
        StaticAnalysis.of(
                new StaticInput(
                    List.of(Path.of("target/test-classes/com/example/spotbugs").toAbsolutePath()),
                    List.of(Path.of("target/test-classes").toAbsolutePath()),
                    Catalog.load(),
                    StaticInput.Progress.NONE))
            .findings();
  }

  @ParameterizedTest
  @CsvSource({
    "IS2_INCONSISTENT_SYNC, unguarded-write, Fields$InconsistentSync",
    "IS_FIELD_NOT_GUARDED, guarded-by, Fields$NotGuarded",
    "UG_SYNC_SET_UNSYNC_GET, data-race, Fields$SyncSetUnsyncGet",
    "AT_NONATOMIC_OPERATIONS_ON_SHARED_VARIABLE, non-atomic-update, Fields$NonAtomicOperation",
    "VO_VOLATILE_INCREMENT, non-atomic-update, Fields$VolatileIncrement",
    "AT_STALE_THREAD_WRITE_OF_PRIMITIVE, data-race, Fields$StaleWrite",
    "AT_NONATOMIC_64BIT_PRIMITIVE, data-race, Fields$Wide",
    "AT_OPERATION_SEQUENCE_ON_CONCURRENT_ABSTRACTION, non-atomic-update, Fields$OperationSequence",
    "RV_RETURN_VALUE_OF_PUTIFABSENT_IGNORED, non-atomic-update, Fields$PutIfAbsent",
    "DC_DOUBLECHECK, double-checked-locking, Fields$DoubleCheck",
    "DC_PARTIALLY_CONSTRUCTED, double-checked-locking, Fields$PartiallyConstructed",
    "LI_LAZY_INIT_STATIC, racy-lazy-init, Fields$LazyStatic",
    "LI_LAZY_INIT_UPDATE_STATIC, racy-lazy-init, Fields$LazyUpdateStatic",
    "SSD_DO_NOT_USE_INSTANCE_LOCK_ON_SHARED_STATIC_DATA, data-race, Fields$InstanceLockOnStatic",
    "ML_SYNC_ON_UPDATED_FIELD, unstable-lock, LockObjects$UpdatedField",
    "ML_SYNC_ON_FIELD_TO_GUARD_CHANGING_THAT_FIELD, unstable-lock, LockObjects$GuardChanging",
    "NP_SYNC_AND_NULL_CHECK_FIELD, unstable-lock, LockObjects$NullCheck",
    "DL_SYNCHRONIZATION_ON_SHARED_CONSTANT, unstable-lock, LockObjects$SharedConstant",
    "DL_SYNCHRONIZATION_ON_BOOLEAN, unstable-lock, LockObjects$Boolean",
    "DL_SYNCHRONIZATION_ON_BOXED_PRIMITIVE, unstable-lock, LockObjects$Boxed",
    "DL_SYNCHRONIZATION_ON_UNSHARED_BOXED_PRIMITIVE, unstable-lock, LockObjects$UnsharedBoxed",
    "DL_SYNCHRONIZATION_ON_INTERNED_STRING, unstable-lock, LockObjects$Interned",
    "WL_USING_GETCLASS_RATHER_THAN_CLASS_LITERAL, unstable-lock, LockObjects$GetClass",
    "JLM_JSR166_LOCK_MONITORENTER, monitor-on-lock, LockObjects$LockMonitor",
    "JLM_JSR166_UTILCONCURRENT_MONITORENTER, monitor-on-lock, LockObjects$UtilConcurrentMonitor",
    "JML_JSR166_CALLING_WAIT_RATHER_THAN_AWAIT, monitor-on-lock, LockObjects$WaitForAwait",
    "DM_MONITOR_WAIT_ON_CONDITION, monitor-on-lock, LockObjects$MonitorWait",
    "UL_UNRELEASED_LOCK, lock-leak, Calls$Unreleased",
    "UL_UNRELEASED_LOCK_EXCEPTION_PATH, lock-leak, Calls$ExceptionPath",
    "CWO_CLOSED_WITHOUT_OPENED, lock-leak, Calls$WithoutOpened",
    "TLW_TWO_LOCK_WAIT, blocked-under-lock, Calls$TwoLockWait",
    "SWL_SLEEP_WITH_LOCK_HELD, sleep-under-lock, Calls$Sleep",
    "SP_SPIN_ON_FIELD, spin-on-plain-field, Calls$Spin",
    "SC_START_IN_CTOR, start-in-constructor, Calls$Start",
    "STCAL_INVOKE_ON_STATIC_CALENDAR_INSTANCE, unsafe-shared-api, Calls$StaticCalendar",
    "STCAL_STATIC_CALENDAR_INSTANCE, unsafe-shared-api, Calls$StaticCalendar",
    "STCAL_INVOKE_ON_STATIC_DATE_FORMAT_INSTANCE, unsafe-shared-api, Calls$StaticFormat",
    "STCAL_STATIC_SIMPLE_DATE_FORMAT_INSTANCE, unsafe-shared-api, Calls$StaticFormat",
    "MSF_MUTABLE_SERVLET_FIELD, mutable-servlet-field, Calls$ServletField",
    "VO_VOLATILE_REFERENCE_TO_ARRAY, volatile-array, Fields$VolatileArray",
  })
  void hasItsEqual(String pattern, String rule, String program) {
    assertThat(found(program + "Bad")).as(pattern).contains(rule);
    assertThat(found(program + "Good")).as(pattern + ", not so").doesNotContain(rule);
  }

  @Test
  void nothingLikelyOnTheGoodOnes() {
    for (Class<?> type : List.of(Fields.class, LockObjects.class, Calls.class)) {
      Arrays.stream(type.getDeclaredClasses())
          .filter(each -> each.getSimpleName().endsWith("Good"))
          .forEach(each -> assertThat(likely(each.getName())).as(each.getName()).isEmpty());
    }
  }

  private static Set<String> found(String program) {
    Set<String> rules = new TreeSet<>();
    for (Finding each : all) {
      if (isIn(each, PACKAGE + program)) {
        rules.add(each.rule().id());
        // What another rule says of the same field is told by the surest one of them.
        String why = each.explanation().text();
        for (Rule other : Rule.values()) {
          if (why.contains(other.id() + ": ")) {
            rules.add(other.id());
          }
        }
      }
    }
    return rules;
  }

  private static List<Rule> likely(String program) {
    List<Rule> rules = new ArrayList<>();
    for (Finding each : all) {
      if (each.certainty() == Certainty.LIKELY && isIn(each, program)) {
        rules.add(each.rule());
      }
    }
    return rules;
  }

  private static boolean isIn(Finding finding, String program) {
    for (CycleEdge edge : finding.cycle()) {
      if (edge.wantsAt().stream().anyMatch(at -> at.className().equals(program))) {
        return true;
      }
    }
    return finding.accesses().stream()
        .anyMatch(access -> access.stack().get(0).className().equals(program));
  }
}
