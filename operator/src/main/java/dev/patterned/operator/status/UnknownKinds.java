package dev.patterned.operator.status;

import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.MetricsAdapter;
import dev.patterned.operator.resources.ResourceNames;
import dev.patterned.operator.validation.Problem;
import java.util.ArrayList;
import java.util.List;

/** What of a valid spec the cluster has no kind for: worth a look, and nothing that blocks. */
final class UnknownKinds {
    private UnknownKinds() {}

    /** One warning for each PodMonitor that could not be made. */
    static List<Problem> warnings(App app, List<Outcome> outcomes) {
        var warnings = new ArrayList<Problem>();
        for (var i = 0; i < app.adapters().size(); i++) {
            if (app.adapters().get(i) instanceof MetricsAdapter metrics
                    && isUnknown(ResourceNames.podMonitor(app.id(), metrics.name()), outcomes)) {
                warnings.add(
                        new Problem(
                                Problem.Severity.WARNING,
                                "KindUnknown",
                                "spec.adapters[%d].metrics.podMonitor".formatted(i),
                                "the cluster does not know the kind PodMonitor (monitoring.coreos.com/v1), so that none is made until the Prometheus Operator's definitions are installed; the metrics are served all the same"));
            }
        }
        return warnings;
    }

    private static boolean isUnknown(String name, List<Outcome> outcomes) {
        return outcomes.stream()
                .anyMatch(it -> it instanceof Outcome.Unknown && it.name().equals(name));
    }
}
