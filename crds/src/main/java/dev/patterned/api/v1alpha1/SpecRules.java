package dev.patterned.api.v1alpha1;

/**
 * CEL of the rules that look at a spec as a whole: names, ports and waits.
 *
 * <p>Forms that every server from 1.33 on accepts: a list is bound once, as the only element of a
 * list literal, or the server's cost estimate multiplies it into a refusal; ports are compared as
 * whole numbers, {@code port * 4 + protocol}; messages name the culprits by the same trick.
 */
final class SpecRules {
    /** True where no element stands twice in a list that is bound to {@code l}. */
    static final String ALL_DIFFER = ".all(l, l.all(x, l.filter(y, y == x).size() == 1))";

    /** The elements that stand twice in {@code l}, in one string. */
    static final String TWICE =
            ".map(l, l.filter(x, l.filter(y, y == x).size() > 1).join(', '))[0]";

    // Names of containers.

    private static final String NAMES =
            "[[has(self.main.name) ? self.main.name : 'main'] + (has(self.logTailers) ? "
                    + "self.logTailers.map(h, h.name) : []) + (has(self.ambassadors) ? "
                    + "self.ambassadors.map(h, h.name) : []) + (has(self.adapters) ? "
                    + "self.adapters.map(h, h.name) : []) + (has(self.sidecars) ? self.sidecars.map(h, "
                    + "h.name) : []) + (has(self.initContainers) ? self.initContainers.map(h, h.name) : []) "
                    + "+ (has(self.dependencies) ? self.dependencies.map(h, h.name) : [])]";

    static final String NAMES_DIFFER = NAMES + ALL_DIFFER;

    static final String NAMES_MESSAGE =
            "'one name for two containers: ' + "
                    + NAMES
                    + TWICE
                    + " + '; names are unique over main, logTailers, ambassadors, adapters, sidecars, initContainers and dependencies: rename one'";

    // Ports of the Pod, one list a container: two pieces around what is taken of each port.

    private static final String MAIN_PORTS = "[[has(self.main.ports) ? self.main.ports";

    private static final String SIDECAR_PORTS =
            " : []] + (has(self.sidecars) ? self.sidecars.map(s, has(s.ports) ? s.ports";

    private static final String AMBASSADOR_PORTS =
            " : []) : []) + (has(self.ambassadors) ? self.ambassadors.map(s, "
                    + "has(s.custom) && has(s.custom.ports) ? s.custom.ports";

    private static final String ADAPTER_PORTS =
            " : []) : []) + (has(self.adapters) ? self.adapters.map(a, has(a.custom) ? (has(a.custom.ports) ? a.custom.ports";

    private static final String OR_OF_METRICS = " : []) : (has(a.metrics) ? ";

    private static final String PORTS_END = " : [])) : [])";

    private static final String NUMBER =
            ".map(p, p.containerPort * 4 + (!has(p.protocol) || p.protocol == 'TCP' ? 0 : "
                    + "(p.protocol == 'UDP' ? 1 : 2)))";

    private static final String METRICS_NUMBER =
            "[a.metrics.port * 4] + (has(a.metrics.source.statsd) ? [(has(a.metrics.source.statsd.port)"
                    + " ? a.metrics.source.statsd.port : 9125) * 4 + 1] : [])";

    private static final String NAME = ".map(p, p.name)";

    private static final String METRICS_NAME = "[a.name]";

    // A metrics port is TCP.
    private static final String NONE = "[]";

    private static final String UDP =
            ".filter(p, has(p.protocol) && p.protocol == 'UDP').map(p, p.name)";

    private static final String SCTP =
            ".filter(p, has(p.protocol) && p.protocol == 'SCTP').map(p, p.name)";

    private static final String UDP_NAMES =
            MAIN_PORTS
                    + UDP
                    + SIDECAR_PORTS
                    + UDP
                    + AMBASSADOR_PORTS
                    + UDP
                    + ADAPTER_PORTS
                    + UDP
                    + OR_OF_METRICS
                    + NONE
                    + PORTS_END
                    + "]";

    private static final String SCTP_NAMES =
            MAIN_PORTS
                    + SCTP
                    + SIDECAR_PORTS
                    + SCTP
                    + AMBASSADOR_PORTS
                    + SCTP
                    + ADAPTER_PORTS
                    + SCTP
                    + OR_OF_METRICS
                    + NONE
                    + PORTS_END
                    + "]";

    private static final String PORT_NUMBERS =
            MAIN_PORTS
                    + NUMBER
                    + SIDECAR_PORTS
                    + NUMBER
                    + AMBASSADOR_PORTS
                    + NUMBER
                    + ADAPTER_PORTS
                    + NUMBER
                    + OR_OF_METRICS
                    + METRICS_NUMBER
                    + PORTS_END
                    // Listeners are TCP all.
                    + " + (has(self.ambassadors) ? self.ambassadors.map(a, has(a.outbound) ? a.outbound.map(p, p.port * 4) : [])"
                    + " + self.ambassadors.map(a, has(a.inbound) ? a.inbound.map(p, p.port * 4) : []) : [])]";

    private static final String PORT_NAMES =
            MAIN_PORTS
                    + NAME
                    + SIDECAR_PORTS
                    + NAME
                    + AMBASSADOR_PORTS
                    + NAME
                    + ADAPTER_PORTS
                    + NAME
                    + OR_OF_METRICS
                    + METRICS_NAME
                    + PORTS_END
                    + " + (has(self.ambassadors) ? self.ambassadors.map(a, has(a.inbound) ? a.inbound.map(p, p.name) : []) : [])]";

    static final String PORTS_DIFFER =
            PORT_NUMBERS
                    + ".all(l, l.all(a, a.all(x, l.filter(b, x in b).size() == 1 && a.filter(y, y == x).size() == 1)))";

    static final String PORTS_MESSAGE =
            "'one port twice in the Pod: ' + "
                    + PORT_NUMBERS
                    + ".map(l, l.map(a, a.filter(x, l.filter(b, x in b).size() > 1 || a.filter(y, y == "
                    + "x).size() > 1).map(x, string(x / 4)).join(' ')).join(' '))[0] + '; its containers "
                    + "share one address: give one of them another port'";

    static final String PORT_NAMES_DIFFER =
            PORT_NAMES + ".all(l, l.all(a, a.all(x, l.filter(b, x in b).size() == 1)))";

    // Ports of Services. Kubernetes tells them apart by number and protocol, which is the target's.

    private static final String TARGET = "(has(p.target) ? p.target : p.name)";

    static final String SERVICES_TARGET_A_PORT =
            "!has(self.services) || "
                    + PORT_NAMES
                    + ".all(l, self.services.all(s, s.ports.all(p, l.exists(a, "
                    + TARGET
                    + " in a))))";

    static final String SERVICES_TARGET_MESSAGE =
            "'services: no port named ' + "
                    + PORT_NAMES
                    + ".map(l, [self.services.map(s, s.ports.filter(p, !l.exists(a, "
                    + TARGET
                    + " in a)).map(p, "
                    + TARGET
                    + "))].map(q, q.map(s, s.join(' ')).join(' '))[0])[0] + '; main and its helpers have: ' + "
                    + PORT_NAMES
                    + ".map(l, l.map(a, a.join(' ')).join(' '))[0] + '; add the port there or correct target'";

    static final String SERVICE_PORTS_DIFFER =
            "!has(self.services) || "
                    + UDP_NAMES
                    + ".all(u, "
                    + SCTP_NAMES
                    + ".all(v, self.services.all(s, [s.ports.map(p, p.port * 4 + (u.exists(a, "
                    + TARGET
                    + " in a) ? 1 : (v.exists(a, "
                    + TARGET
                    + " in a) ? 2 : 0)))]"
                    + ALL_DIFFER
                    + ")))";

    // Waits.

    static final String NO_WAIT_FOR_OWN_SERVICE =
            "!has(self.dependencies) || !has(self.services) || [self.services.map(s, "
                    + "s.name)].all(n, self.dependencies.all(d, !has(d.service) || !(d.service.name in n)))";

    static final String NO_WAIT_FOR_OWN_PODS =
            "!has(self.dependencies) || !has(self.podTemplate) || !has(self.podTemplate.labels) "
                    + "|| self.dependencies.all(d, !has(d.service) || !has(d.service.provide) || "
                    + "!has(d.service.provide.selector) || size(d.service.provide.selector) == 0 || "
                    + "!d.service.provide.selector.all(k, k in self.podTemplate.labels && "
                    + "self.podTemplate.labels[k] == d.service.provide.selector[k]))";

    /** At the root of the object: only there a rule sees the app's name. */
    static final String NO_WAIT_FOR_ITSELF =
            "!has(self.spec.dependencies) || self.spec.dependencies.all(d, (!has(d.app) || "
                    + "d.app.name != self.metadata.name) && (!has(d.job) || d.job.name != "
                    + "self.metadata.name || !has(self.spec.workload) || "
                    + "!has(self.spec.workload.kind) || self.spec.workload.kind != 'Job'))";

    private SpecRules() {}
}
