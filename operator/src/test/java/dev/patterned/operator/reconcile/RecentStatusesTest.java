package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentStatusesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private final RecentStatuses recent = new RecentStatuses();

    @Test
    void aCacheThatIsBehindIsGivenTheWrittenStatus() {
        recent.wrote(app(null), status(1), NOW);
        var behind = app(null);

        recent.refresh(behind, NOW.plusSeconds(1));
        assertThat(behind.getStatus()).isEqualTo(status(1));

        var stillBehind = app(null);
        recent.refresh(stillBehind, NOW.plusSeconds(2));
        assertThat(stillBehind.getStatus()).isEqualTo(status(1));
    }

    @Test
    void aCacheThatHasCaughtUpIsBelieved() {
        recent.wrote(app(status(1)), status(2), NOW);
        var edited = app(status(3));
        recent.refresh(edited, NOW.plusSeconds(1));
        assertThat(edited.getStatus()).isEqualTo(status(3));

        var likeBefore = app(status(1));
        recent.refresh(likeBefore, NOW.plusSeconds(2));
        assertThat(likeBefore.getStatus()).isEqualTo(status(1));
    }

    @Test
    void afterAWhileTheCacheIsBelievedWhateverItSays() {
        recent.wrote(app(status(1)), status(2), NOW);
        var old = app(status(1));

        recent.refresh(old, NOW.plusSeconds(31));
        assertThat(old.getStatus()).isEqualTo(status(1));
    }

    private static PatternedApp app(@Nullable PatternedAppStatus status) {
        var app = new PatternedApp();
        app.getMetadata().setUid("u");
        app.setStatus(status);
        return app;
    }

    private static PatternedAppStatus status(int replicas) {
        return new PatternedAppStatus(
                1L, List.of(), null, null, replicas, null, null, null, List.of(), List.of(),
                List.of());
    }
}
