package dev.patterned.operator.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Durations in nanoseconds, sorted. */
record Times(List<Long> sorted) {
    static Times of(Collection<Long> nanos) {
        return new Times(nanos.stream().sorted().toList());
    }

    Times and(Times others) {
        return of(Stream.concat(sorted.stream(), others.sorted.stream()).toList());
    }

    /** In milliseconds; the nearest rank. */
    double percentile(int percent) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        var rank = Math.ceilDiv(percent * sorted.size(), 100);
        return sorted.get(Math.max(0, rank - 1)) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %.0f ms, p99 %.0f ms", percentile(50), percentile(99));
    }
}
