package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Options of the Pod. */
final class PodTemplates {
    private PodTemplates() {}

    static void add(Draw draw, ObjectNode spec) {
        if (draw.chance(0.5)) {
            return;
        }
        var pod = spec.putObject("podTemplate");
        draw.maybe(pod, "labels", 0.3, "{a: b}", "{a: c, d: e}");
        draw.maybe(pod, "annotations", 0.3, "{example.com/a: b}", "{example.com/c: d}");
        draw.maybe(pod, "automountServiceAccountToken", 0.2, "true", "false");
        draw.maybe(pod, "enableServiceLinks", 0.2, "true", "false");
        draw.maybe(pod, "imagePullSecrets", 0.3, "[{name: a}]", "[{name: b}, {name: a}]");
        draw.maybe(pod, "nodeSelector", 0.3, "{disk: fast}", "{zone: a}");
        draw.maybe(
                pod,
                "tolerations",
                0.3,
                "[{key: a, operator: Exists}]",
                "[{key: a, value: b, effect: NoSchedule}, {operator: Exists, effect: NoExecute}]");
        draw.maybe(
                pod,
                "affinity",
                0.2,
                "{podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: {topologyKey: zone, labelSelector: {matchLabels: {a: b}}}}]}}",
                "{nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Exists}]}]}}}");
        draw.maybe(
                pod,
                "topologySpreadConstraints",
                0.3,
                "[{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {a: b}}}]",
                "[{maxSkew: 2, topologyKey: host, whenUnsatisfiable: ScheduleAnyway}]");
        draw.maybe(pod, "terminationGracePeriodSeconds", 0.3, "0", "60");
        draw.maybe(
                pod,
                "securityContext",
                0.3,
                "{runAsUser: 1000}",
                "{fsGroup: 2000, supplementalGroups: [1, 2]}",
                "{seccompProfile: {type: Localhost, localhostProfile: a.json}}");
        draw.maybe(
                pod,
                "hostAliases",
                0.3,
                "[{ip: 10.0.0.1, hostnames: [a]}]",
                "[{ip: 10.0.0.2, hostnames: [b]}, {ip: 10.0.0.1, hostnames: [a, c]}]");
        draw.maybe(pod, "dnsPolicy", 0.2, "ClusterFirst", "Default");
        draw.maybe(
                pod,
                "dnsConfig",
                0.2,
                "{searches: [a.example]}",
                "{options: [{name: ndots, value: '2'}]}");
        draw.maybe(pod, "hostname", 0.1, "a");
        draw.maybe(pod, "subdomain", 0.1, "b");
    }
}
