package dev.patterned.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.CronJobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pods and Jobs that somebody should have made, and the Events that say why they are not there. */
class MissingPodsTest {
    private static final String CREATED = "2026-11-22T10:15:00Z";

    private static final StatefulSet SET =
            new StatefulSetBuilder()
                    .withNewMetadata()
                    .withUid("u")
                    .withGeneration(2L)
                    .withCreationTimestamp(CREATED)
                    .endMetadata()
                    .withNewSpec()
                    .withReplicas(2)
                    .endSpec()
                    .withNewStatus()
                    .withObservedGeneration(2L)
                    .endStatus()
                    .build();

    private static final Job JOB =
            new JobBuilder()
                    .withNewMetadata()
                    .withUid("u")
                    .withCreationTimestamp(CREATED)
                    .endMetadata()
                    .withNewSpec()
                    .withParallelism(2)
                    .withCompletions(3)
                    .endSpec()
                    .withNewStatus()
                    .withStartTime(CREATED)
                    .endStatus()
                    .build();

    @Test
    void aStatefulSetWithFewerPodsThanReplicasMissesSome() {
        assertThat(missing(SET)).isTrue();
        assertThat(missing(SET, pod("True"))).isTrue();
        assertThat(missing(SET, pod("True"), pod("True"))).isFalse();
    }

    @Test
    void aPodThatIsOnItsWayMayHoldUpTheNext() {
        assertThat(missing(SET, pod("False"))).isFalse();
    }

    @Test
    void aPodThatIsOverDoesNotCount() {
        var failed = new PodBuilder(pod("False")).editStatus().withPhase("Failed").endStatus();
        assertThat(missing(SET, pod("True"), failed.build())).isTrue();
    }

    @Test
    void whatTheControllerHasNotSeenYetMissesNothing() {
        var edited = SET.edit().editMetadata().withGeneration(3L).endMetadata().build();
        assertThat(missing(edited)).isFalse();
        assertThat(missing(SET.edit().withStatus(null).build())).isFalse();
        assertThat(missing(JOB.edit().withStatus(null).build())).isFalse();
    }

    @Test
    void aDaemonSetHasAPodForEachNodeThatItsControllerCounts() {
        var set =
                new DaemonSetBuilder()
                        .withNewMetadata()
                        .withUid("u")
                        .withGeneration(1L)
                        .endMetadata()
                        .withNewStatus()
                        .withObservedGeneration(1L)
                        .withDesiredNumberScheduled(1)
                        .endStatus()
                        .build();
        assertThat(missing(set)).isTrue();
        assertThat(missing(set, pod("True"))).isFalse();
    }

    @Test
    void aJobHasAsManyPodsAsAreStillToSucceedAndMayRunAtOnce() {
        assertThat(missing(JOB, pod("True"))).isTrue();
        assertThat(missing(JOB, pod("True"), pod("True"))).isFalse();
        var nearlyDone = JOB.edit().editStatus().withSucceeded(2).endStatus().build();
        assertThat(missing(nearlyDone, pod("True"))).isFalse();
        var queue = JOB.edit().editSpec().withCompletions(null).endSpec();
        assertThat(missing(queue.build())).isTrue();
        assertThat(missing(queue.editStatus().withSucceeded(1).endStatus().build())).isFalse();
    }

    @Test
    void aJobThatIsOverOrHeldMissesNothing() {
        for (var type : List.of("Complete", "Failed", "FailureTarget", "Suspended")) {
            var atRest =
                    JOB.edit()
                            .editStatus()
                            .addNewCondition()
                            .withType(type)
                            .withStatus("True")
                            .endCondition()
                            .endStatus();
            assertThat(missing(atRest.build())).as(type).isFalse();
        }
    }

    @Test
    void ofACronJobTheLastJobIsAsked() {
        var cron = new CronJobBuilder().withNewMetadata().withUid("c").endMetadata().build();
        var over = JOB.edit().withStatus(null).build();
        assertThat(MissingPods.creator(Optional.of(cron), List.of(over, JOB))).contains(JOB);
        assertThat(MissingPods.creator(Optional.of(cron), List.of())).isEmpty();
        assertThat(MissingPods.creator(Optional.of(SET), List.of())).contains(SET);
    }

    @Test
    void aMomentIsLeftToMakeThem() {
        var missing = new MissingPods(SET, "");
        assertThat(missing.late(Instant.parse(CREATED).plusSeconds(5))).isFalse();
        assertThat(missing.late(Instant.parse(CREATED).plusSeconds(6))).isTrue();
    }

    @Test
    void theLastEventCountsUnlessAPodWasMadeAfterIt() {
        var events =
                List.of(
                        warning("FailedCreate", "10:15:01Z", "first"),
                        warning("FailedCreate", "10:15:03Z", "second"),
                        warning("FailedDelete", "10:15:09Z", "other"));
        assertThat(said("", events)).contains("second");
        assertThat(said("2026-11-22T10:15:03Z", events)).contains("second");
        assertThat(said("2026-11-22T10:15:04Z", events)).isEmpty();
    }

    @Test
    void aJobThatACronJobCouldNotMakeIsForgottenWhenOneIsMade() {
        var cron = new CronJobBuilder().withNewStatus().endStatus().build();
        var events = List.of(warning("FailedCreate", "10:15:03Z", "no room"));
        assertThat(CreationEvents.of(cron, List.of(), events)).contains("no room");
        assertThat(CreationEvents.of(cron, List.of(JOB), events)).contains("no room");
        var next = JOB.edit().editMetadata().withCreationTimestamp("2026-11-22T10:15:03Z");
        var jobs = List.of(JOB, next.endMetadata().build());
        assertThat(CreationEvents.of(cron, jobs, events)).isEmpty();
        var ended = cron.edit().editStatus().withLastSuccessfulTime("2026-11-22T10:16:00Z");
        assertThat(CreationEvents.of(ended.endStatus().build(), List.of(), events)).isEmpty();
        assertThat(CreationEvents.of(cron, List.of(), List.of())).isEmpty();
    }

    private static Optional<String> said(String newest, List<Warning> events) {
        return CreationEvents.of(new MissingPods(SET, newest), events);
    }

    private static Warning warning(String reason, String time, String note) {
        return new Warning(reason, note, "2026-11-22T" + time);
    }

    private static boolean missing(HasMetadata workload, Pod... pods) {
        return MissingPods.of(workload, List.of(pods)).isPresent();
    }

    private static Pod pod(String ready) {
        return new PodBuilder()
                .withNewMetadata()
                .withName("p")
                .addNewOwnerReference()
                .withUid("u")
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .withNewStatus()
                .addNewCondition()
                .withType("Ready")
                .withStatus(ready)
                .endCondition()
                .endStatus()
                .build();
    }
}
