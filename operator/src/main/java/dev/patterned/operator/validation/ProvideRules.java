package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.ProvidedService;
import dev.patterned.api.v1alpha1.ServiceCondition;
import dev.patterned.api.v1alpha1.ServiceDependency;
import java.util.HashMap;
import java.util.Map;

/** Services that waits bring along: each must be able to satisfy its wait. */
final class ProvideRules {
    private ProvideRules() {}

    static void check(Subject subject, Problems problems) {
        var first = new HashMap<String, Provision>();
        for (var dependency : located("spec.dependencies", subject.spec().dependencies())) {
            var service = dependency.value().service();
            if (service == null || service.provide() == null) {
                continue;
            }
            var provision =
                    new Provision(
                            dependency.path() + ".service.provide", service, service.provide());
            if (service.condition() != ServiceCondition.EXISTS) {
                answerable(subject, provision, problems);
            }
            var other = first.putIfAbsent(service.name(), provision);
            if (other != null) {
                together(provision, other, problems);
            }
        }
    }

    private record Provision(String path, ServiceDependency service, ProvidedService provided) {}

    private static void answerable(Subject subject, Provision provision, Problems problems) {
        var selector = provision.provided().selector();
        if (selector.isEmpty()) {
            problems.error(
                    "ProvideNeverReady",
                    provision.path(),
                    "a Service without selector never has an endpoint, so that the wait for \"%s\" would never end: add selector, or set condition: Exists"
                            .formatted(provision.service().name()));
        } else if (podLabels(subject).entrySet().containsAll(selector.entrySet())) {
            problems.error(
                    "SelfWait",
                    provision.path() + ".selector",
                    "selects this app's own Pods, which are ready only after the wait: it would never end; select the Pods of \"%s\""
                            .formatted(provision.service().name()));
        }
    }

    private static Map<String, String> podLabels(Subject subject) {
        var labels = new HashMap<String, String>();
        if (subject.podTemplate() != null) {
            labels.putAll(subject.podTemplate().labels());
        }
        labels.putIfAbsent("app.kubernetes.io/name", subject.name());
        labels.put(ApiKeys.LABEL_APP, subject.name());
        return labels;
    }

    /** Two waits may share one Service with several ports, but only with one selector. */
    private static void together(Provision one, Provision other, Problems problems) {
        var samePort = one.service().port().equals(other.service().port());
        var sameTarget =
                String.valueOf(one.provided().targetPort())
                        .equals(String.valueOf(other.provided().targetPort()));
        if (!one.provided().selector().equals(other.provided().selector())
                || (samePort && !sameTarget)) {
            problems.error(
                    "ProvideTwice",
                    one.path(),
                    "says something else of Service \"%s\" than %s: make selector and targetPort the same, or leave provide out here"
                            .formatted(one.service().name(), other.path()));
        }
    }
}
