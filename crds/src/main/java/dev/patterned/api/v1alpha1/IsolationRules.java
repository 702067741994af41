package dev.patterned.api.v1alpha1;

/** CEL of the rules about isolation, all on the spec as a whole; forms as {@link SpecRules}. */
final class IsolationRules {
    private static final String INBOUND_OPEN =
            "!has(self.isolation) || !has(self.isolation.inbound) || self.isolation.inbound != 'Ambassador' || ";

    private static final String OUTBOUND_OPEN =
            "!has(self.isolation) || !has(self.isolation.outbound) || self.isolation.outbound != 'Ambassador' || ";

    private static final String NO_NETFILTER =
            "!has(self.isolation) || !has(self.isolation.enforcement) || self.isolation.enforcement != 'Netfilter' || ";

    static final String INBOUND_HAS_A_LISTENER =
            INBOUND_OPEN
                    + "(has(self.ambassadors) && self.ambassadors.exists(a, (has(a.inbound) && size(a.inbound) > 0) || (has(a.custom) && has(a.custom.ports))))";

    static final String OUTBOUND_HAS_AN_AMBASSADOR =
            OUTBOUND_OPEN + "(has(self.ambassadors) && size(self.ambassadors) > 0)";

    static final String POLICY_KNOWS_WHERE_TO =
            OUTBOUND_OPEN
                    + "(has(self.isolation.enforcement) && self.isolation.enforcement == 'Netfilter') || !has(self.ambassadors) || self.ambassadors.all(a, !has(a.custom))";

    static final String SERVICES_LEAD_TO_NO_PORT_OF_MAIN =
            INBOUND_OPEN
                    + "!has(self.services) || [has(self.main.ports) ? self.main.ports.map(p, p.name) : []]"
                    + ".all(n, self.services.all(s, s.ports.all(p, !((has(p.target) ? p.target : p.name) in n))))";

    // Main's probes: what no listener leads to cannot be asked.

    private static final String TARGETS =
            "[has(self.ambassadors) && has(self.main.ports) ? self.main.ports.filter(p, self.ambassadors.exists(a, has(a.inbound) && a.inbound.exists(i, i.target == p.name))) : []]";

    static final String LIVENESS_HAS_A_WAY = INBOUND_OPEN + probe("livenessProbe");
    static final String READINESS_HAS_A_WAY = INBOUND_OPEN + probe("readinessProbe");
    static final String STARTUP_HAS_A_WAY = INBOUND_OPEN + probe("startupProbe");

    private static String probe(String name) {
        var probe = "self.main." + name;
        return "!has("
                + probe
                + ") || (!has("
                + probe
                + ".tcpSocket) && (!has("
                + probe
                + ".httpGet) || "
                + TARGETS
                + ".all(t, t.exists(p, "
                + probe
                + ".httpGet.port == p.name || "
                + probe
                + ".httpGet.port == p.containerPort))) && (!has("
                + probe
                + ".grpc) || "
                + TARGETS
                + ".all(t, t.exists(p, "
                + probe
                + ".grpc.port == p.containerPort))))";
    }

    static final String PROBE_MESSAGE =
            " is asked at the Pod's address, where under isolation only inbound listeners answer, and none leads to this port (behind one, tcpSocket would always pass): add an inbound listener to it, or use exec";

    // What filter rules need, which tell containers apart by user id.

    private static final String POD = "has(self.podTemplate) && has(self.podTemplate.securityContext)";
    private static final String MAIN = "has(self.main.securityContext)";

    private static final String POD_USER =
            "("
                    + POD
                    + " && has(self.podTemplate.securityContext.runAsUser) ? self.podTemplate.securityContext.runAsUser : 0)";

    private static final String MAIN_USER =
            "("
                    + MAIN
                    + " && has(self.main.securityContext.runAsUser) ? self.main.securityContext.runAsUser : "
                    + POD_USER
                    + ")";

    static final String MAIN_HAS_A_USER = NO_NETFILTER + MAIN_USER + " != 0";

    static final String MAIN_IS_NO_HELPER = NO_NETFILTER + "!(" + MAIN_USER + " in [65531, 65532])";

    static final String MAIN_IS_NOT_ROOT =
            NO_NETFILTER
                    + "("
                    + MAIN
                    + " && has(self.main.securityContext.runAsNonRoot) ? self.main.securityContext.runAsNonRoot : "
                    + POD
                    + " && has(self.podTemplate.securityContext.runAsNonRoot) && self.podTemplate.securityContext.runAsNonRoot)";

    static final String MAIN_DROPS_ALL =
            NO_NETFILTER
                    + "("
                    + MAIN
                    + " && has(self.main.securityContext.capabilities) && has(self.main.securityContext.capabilities.drop) && 'ALL' in self.main.securityContext.capabilities.drop)";

    private IsolationRules() {}
}
