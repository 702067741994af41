package dev.patterned.operator.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Durations in nanoseconds, sorted. */
record Times(long[] sorted) {
    static Times of(Collection<Long> nanos) {
        return new Times(nanos.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** In milliseconds; the nearest rank. */
    double percentile(int percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        var rank = Math.ceilDiv(percent * sorted.length, 100);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.0f ms, p99 %.0f ms", percentile(50), percentile(99));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Times(var others) && Arrays.equals(sorted, others);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }
}
