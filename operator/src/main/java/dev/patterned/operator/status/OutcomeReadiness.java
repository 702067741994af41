package dev.patterned.operator.status;

import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.observe.Wording;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What keeps an app from being what its spec says before any Pod is looked at. */
final class OutcomeReadiness {
    private static final int DETAIL = 600;

    private OutcomeReadiness() {}

    /** The first child that could not be written, in the order in which children are applied. */
    static Optional<Readiness> of(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> blocked(outcome).stream()).findFirst();
    }

    private static Optional<Readiness> blocked(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Conflict conflict ->
                    Optional.of(Readiness.blocked(Reasons.NAME_CONFLICT, sentence(conflict)));
            case Outcome.Rejected rejected ->
                    Optional.of(Readiness.blocked(reason(rejected), sentence(rejected)));
            case Outcome.Stuck stuck ->
                    Optional.of(Readiness.blocked(Reasons.IMMUTABLE_FIELD_CHANGE, sentence(stuck)));
            case Outcome.Replaced replaced ->
                    Optional.of(
                            Readiness.blocked(
                                    Reasons.PROGRESSING,
                                    "%s is made again, because %s cannot change"
                                            .formatted(replaced.label(), replaced.field())));
            case Outcome.Unchanged _,
                    Outcome.Applied _,
                    Outcome.Pruned _,
                    Outcome.UsedAsIs _,
                    Outcome.Unknown _ ->
                    Optional.empty();
        };
    }

    private static String sentence(Outcome.Conflict conflict) {
        return "%s exists and is not this app's (%s): delete or rename it, or rename what wants its name"
                .formatted(conflict.label(), owner(conflict.owner()));
    }

    private static String sentence(Outcome.Stuck stuck) {
        return "%s of %s cannot change once it is there, and what runs goes on as it is: put the spec back, or make it again with kubectl delete %s"
                .formatted(stuck.field(), stuck.label(), stuck.label().toLowerCase(Locale.ROOT));
    }

    /** Who has an object, for a sentence. */
    static String owner(String owner) {
        return owner.isEmpty() ? "it has no controller" : "it belongs to " + owner;
    }

    private static String sentence(Outcome.Rejected rejected) {
        return "%s is refused by the API server (%d %s): %s"
                .formatted(
                        rejected.label(),
                        rejected.code(),
                        rejected.reason(),
                        Wording.line(rejected.message(), DETAIL));
    }

    private static String reason(Outcome.Rejected rejected) {
        if (rejected.code() != HttpURLConnection.HTTP_FORBIDDEN) {
            return Reasons.WRITE_REJECTED;
        }
        var message = rejected.message();
        if (message.contains("exceeded quota")) {
            return Reasons.QUOTA_EXCEEDED;
        }
        return message.contains("being terminated")
                ? Reasons.NAMESPACE_TERMINATING
                : Reasons.FORBIDDEN;
    }
}
