package dev.patterned.operator.events;

import static dev.patterned.operator.events.Statuses.accepted;
import static dev.patterned.operator.events.Statuses.refused;
import static dev.patterned.operator.events.Statuses.waitRow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.DependencyState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventPlannerTest {
    @Test
    void aFirstStatusWithoutTroubleIsNoNews() {
        assertThat(EventPlanner.plan(null, accepted("False", "Progressing", "soon"))).isEmpty();
        assertThat(EventPlanner.plan(Statuses.UNSEEN, accepted("True", "Ready", "1 of 1")))
                .isEmpty();
    }

    @Test
    void aFirstStatusWithTroubleIs() {
        assertThat(EventPlanner.plan(Statuses.UNSEEN, refused("PortTwice", "two ports")))
                .containsExactly(new PlannedEvent("Warning", "PortTwice", "Validate", "two ports"));
    }

    @Test
    void theSameReasonWithOtherWordsIsNoNews() {
        assertThat(
                        EventPlanner.plan(
                                accepted("False", "CrashLoop", "Pod a"),
                                accepted("False", "CrashLoop", "Pod b")))
                .isEmpty();
    }

    @Test
    void readyAgainIsToldAndSoIsTrouble() {
        var ready = accepted("True", "Ready", "1 of 1");
        var crash = accepted("False", "CrashLoop", "Pod a");
        assertThat(EventPlanner.plan(crash, ready))
                .containsExactly(new PlannedEvent("Normal", "Ready", "Reconcile", "1 of 1"));
        assertThat(EventPlanner.plan(ready, crash))
                .containsExactly(new PlannedEvent("Warning", "CrashLoop", "Reconcile", "Pod a"));
    }

    @Test
    void anotherProblemOfARefusedSpecIsNews() {
        assertThat(EventPlanner.plan(refused("A", "one"), refused("A", "two"))).hasSize(1);
        assertThat(EventPlanner.plan(refused("A", "one"), refused("A", "one"))).isEmpty();
    }

    @Test
    void aWaitTellsOfItsEnd() {
        var waiting = waitRow(DependencyState.WAITING, "nothing answers");
        var failed = waitRow(DependencyState.FAILED, "connection refused");
        var over = waitRow(DependencyState.SATISFIED, null);
        assertThat(List.of(EventPlanner.plan(waiting, failed), EventPlanner.plan(failed, over)))
                .containsExactly(
                        List.of(
                                new PlannedEvent(
                                        "Warning",
                                        "DependencyFailed",
                                        "Wait",
                                        "db:80: connection refused")),
                        List.of(
                                new PlannedEvent(
                                        "Normal",
                                        "DependencySatisfied",
                                        "Wait",
                                        "db:80: no more waiting")));
        assertThat(EventPlanner.plan(failed, waiting)).isEmpty();
    }

    @Test
    void anotherShardIsAWarningAndTheFirstOnesAreNot() {
        var two = Statuses.shards("redis/st-0", "redis/st-1");
        var three = Statuses.shards("redis/st-0", "redis/st-1", "redis/st-2", "other/a");

        assertThat(EventPlanner.plan(Statuses.UNSEEN, two)).isEmpty();
        assertThat(EventPlanner.plan(two, two)).isEmpty();
        assertThat(EventPlanner.plan(two, three))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("Warning");
                    assertThat(event.reason()).isEqualTo("ShardsChanged");
                    assertThat(event.note())
                            .startsWith("outbound redis of ambassador cache")
                            .contains("were st-0, st-1, and are st-0, st-1, st-2");
                });
    }

    @Test
    void aNoteFitsIntoAnEvent() {
        var events = EventPlanner.plan(null, refused("A", "ü😀".repeat(999)));
        assertThat(events.getFirst().note().getBytes(StandardCharsets.UTF_8))
                .hasSizeBetween(1000, 1024);
    }
}
