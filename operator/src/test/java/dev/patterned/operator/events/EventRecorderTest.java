package dev.patterned.operator.events;

import static dev.patterned.operator.events.Statuses.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.patterned.api.v1alpha1.PatternedApp;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventRecorderTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final Sink sink = new Sink();
    private final EventRecorder recorder = new EventRecorder(sink, NOON, "patterned.dev/operator");

    @Test
    void anEventHasEverythingThatTheServerAsksFor() {
        crash(app("u1"));
        var event = sink.created.getFirst();
        assertThat(event.getMetadata().getName()).matches("web\\.[0-9a-f]{16}");
        assertThat(event.getEventTime().getTime()).isEqualTo("2026-11-22T12:00:00.000000Z");
        assertThat(event.getReportingController()).isEqualTo("patterned.dev/operator");
        assertThat(event.getReportingInstance()).isNotEmpty();
        assertThat(event.getRegarding().getKind()).isEqualTo("PatternedApp");
        assertThat(event.getRegarding().getUid()).isEqualTo("u1");
        assertThat(event)
                .extracting(Event::getType, Event::getReason, Event::getAction, Event::getNote)
                .containsExactly("Warning", "CrashLoop", "Reconcile", "Pod a");
    }

    @Test
    void repeatsAreCountedUp() {
        crash(app("u1"));
        crash(app("u1"));
        crash(app("u1"));
        assertThat(sink.created).hasSize(1);
        assertThat(sink.counts).containsExactly(2, 3);
    }

    @Test
    void anotherObjectOfTheSameNameHasItsOwnEvents() {
        crash(app("u1"));
        crash(app("u2"));
        assertThat(sink.created).hasSize(2);
    }

    @Test
    void anEventThatTheServerForgotIsWrittenAnew() {
        crash(app("u1"));
        sink.forgetful = true;
        crash(app("u1"));
        assertThat(sink.created).hasSize(2);
    }

    @Test
    void troubleWithEventsStaysHere() {
        sink.broken = true;
        assertThatCode(() -> crash(app("u1"))).doesNotThrowAnyException();
    }

    @Test
    void memoryIsBounded() {
        for (var i = 0; i <= RecentEvents.MOST; i++) {
            crash(app("u" + i));
        }
        crash(app("u" + RecentEvents.MOST));
        crash(app("u0"));
        assertThat(sink.counts).containsExactly(2);
        assertThat(sink.created).hasSize(RecentEvents.MOST + 2);
    }

    private void crash(PatternedApp app) {
        recorder.record(
                app, accepted("True", "Ready", "1 of 1"), accepted("False", "CrashLoop", "Pod a"));
    }

    private static PatternedApp app(String uid) {
        var app = new PatternedApp();
        app.setMetadata(
                new ObjectMetaBuilder().withNamespace("demo").withName("web").withUid(uid).build());
        return app;
    }

    private static final class Sink implements EventSink {
        private final List<Event> created = new ArrayList<>();
        private final List<Integer> counts = new ArrayList<>();
        private boolean forgetful;
        private boolean broken;

        @Override
        public void create(Event event) {
            if (broken) {
                throw new IllegalStateException("no");
            }
            created.add(event);
        }

        @Override
        public boolean repeat(Event event, int count, MicroTime last) {
            if (!forgetful) {
                counts.add(count);
            }
            return !forgetful;
        }
    }
}
