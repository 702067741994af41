package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.AppService;
import dev.patterned.api.v1alpha1.StatefulSetOptions;
import dev.patterned.api.v1alpha1.WorkloadKind;
import dev.patterned.operator.model.Workload;
import org.jspecify.annotations.Nullable;

/** A StatefulSet and the Service that gives its Pods names. */
final class StatefulSetRules {
    private static final String SERVICE_NAME = "spec.workload.statefulSet.serviceName";

    private StatefulSetRules() {}

    static void check(
            Subject subject,
            WorkloadKind kind,
            @Nullable StatefulSetOptions options,
            Problems problems) {
        var name = options == null ? null : options.serviceName();
        if (name != null) {
            own(subject, name, problems);
        } else if (kind == WorkloadKind.STATEFUL_SET) {
            made(subject, problems);
        }
    }

    private static void own(Subject subject, String name, Problems problems) {
        var headless =
                subject.spec().services().stream()
                        .filter(service -> Boolean.TRUE.equals(service.headless()))
                        .map(AppService::name)
                        .toList();
        if (!headless.contains(name)) {
            problems.error(
                    "ServiceUnknown",
                    SERVICE_NAME,
                    "\"%s\" is no headless Service of spec.services %s: add it there, or leave serviceName out and the operator makes one"
                            .formatted(name, Suggestion.of(headless)));
        }
    }

    /** The name of the Service that the operator makes must be free. */
    private static void made(Subject subject, Problems problems) {
        var name = subject.name() + Workload.StatefulSet.GOVERNING_SUFFIX;
        for (var service : located("spec.services", subject.spec().services())) {
            if (service.value().name().equals(name)) {
                problems.error(
                        "ServiceTwice",
                        service.path() + ".name",
                        "\"%s\" is the headless Service that the operator makes for the StatefulSet: choose another name, or make it headless and name it in %s"
                                .formatted(name, SERVICE_NAME));
            }
        }
        for (var dependency : located("spec.dependencies", subject.spec().dependencies())) {
            var service = dependency.value().service();
            if (service != null && service.name().equals(name)) {
                problems.error(
                        "OwnService",
                        dependency.path() + ".service.name",
                        "\"%s\" is the headless Service that the operator makes for this app's own StatefulSet: the wait would never end; remove it"
                                .formatted(name));
            }
        }
    }
}
