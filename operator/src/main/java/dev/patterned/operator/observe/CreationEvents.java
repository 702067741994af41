package dev.patterned.operator.observe;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why a StatefulSet, DaemonSet or Job cannot make its Pods: a quota, a LimitRange, Pod Security, a
 * webhook. Their controllers say so in Events and nowhere else. Pure.
 */
final class CreationEvents {
    private static final String REASON = "FailedCreate";

    private CreationEvents() {}

    /** The last word, unless a Pod was made after it. Times have whole seconds. */
    static Optional<String> of(MissingPods missing, List<Warning> warnings) {
        return warnings.stream()
                .filter(warning -> REASON.equals(warning.reason()))
                .filter(warning -> warning.last().compareTo(missing.newest()) >= 0)
                .max(Comparator.comparing(Warning::last))
                .map(Warning::note);
    }
}
