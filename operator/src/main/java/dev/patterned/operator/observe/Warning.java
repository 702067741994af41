package dev.patterned.operator.observe;

import io.fabric8.kubernetes.api.model.events.v1.Event;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an Event of type Warning says.
 *
 * @param last when it was last seen (RFC 3339), empty where nobody says
 */
record Warning(String reason, String note, String last) {

    /** Kubernetes' own controllers still send Events of the older kind. */
    static Warning of(Event event) {
        var series = event.getSeries();
        var last = series == null ? null : series.getLastObservedTime();
        var first = event.getEventTime();
        return new Warning(
                Objects.requireNonNullElse(event.getReason(), ""),
                Objects.requireNonNullElse(event.getNote(), ""),
                Stream.of(
                                event.getDeprecatedLastTimestamp(),
                                last == null ? null : last.getTime(),
                                first == null ? null : first.getTime())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(""));
    }
}
