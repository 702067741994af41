package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Statuses that were written but may not be in the cache yet.
 *
 * <p>A pass that begins right after another reads an app that still carries the status before. It
 * would write the same status again, with wrong transition times.
 */
final class RecentStatuses {
    /** Longer than a watch ever takes; a cache that is further behind has lost its watch. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Few enough to look through all of them. */
    private static final int MANY = 500;

    private record Written(
            @Nullable PatternedAppStatus before, PatternedAppStatus after, Instant at) {}

    private final Map<String, Written> byUid = new ConcurrentHashMap<>();

    /**
     * Above this many, those of apps that had no pass since are dropped. It doubles with what is
     * left, so that each look through all of them has as many writes before it.
     */
    private volatile int limit = MANY;

    void wrote(PatternedApp app, PatternedAppStatus status, Instant now) {
        if (byUid.size() > limit) {
            byUid.values().removeIf(written -> isOld(written, now));
            limit = Math.max(MANY, 2 * byUid.size());
        }
        byUid.put(app.getMetadata().getUid(), new Written(app.getStatus(), status, now));
    }

    /** Gives the app the status that it has by now, if the cache had it from before. */
    void refresh(PatternedApp app, Instant now) {
        var written = byUid.remove(app.getMetadata().getUid());
        if (written == null
                || isOld(written, now)
                || !Objects.equals(written.before(), app.getStatus())) {
            return;
        }
        byUid.put(app.getMetadata().getUid(), written);
        app.setStatus(written.after());
    }

    private static boolean isOld(Written written, Instant now) {
        return written.at().plus(LONGEST).isBefore(now);
    }
}
