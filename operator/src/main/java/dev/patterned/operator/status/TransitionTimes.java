package dev.patterned.operator.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Times at which something last changed, to the second, as Kubernetes writes them.
 *
 * @param now cut to seconds
 */
record TransitionTimes(Instant now) {
    TransitionTimes {
        now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The first of these that can have been, else now. Times to come are somebody's invention. */
    String keepOrNow(Stream<Instant> candidates) {
        return candidates
                .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
                .filter(time -> time.isAfter(Instant.EPOCH) && !time.isAfter(now))
                .findFirst()
                .orElse(now)
                .toString();
    }
}
