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

    private static final String NO = "(!has(self.main.";

    /** What follows each name of a probe, up to its HTTP and its gRPC port. */
    private static final String NO_TCP = ") || (!has(self.main.";

    private static final String NO_HTTP = ".tcpSocket) && (!has(self.main.";
    private static final String NAMED = ".httpGet) || t.exists(p, self.main.";
    private static final String NUMBERED = ".httpGet.port == p.name || self.main.";
    private static final String NO_GRPC = ".httpGet.port == p.containerPort)) && (!has(self.main.";
    private static final String GRPC = ".grpc) || t.exists(p, self.main.";
    private static final String END = ".grpc.port == p.containerPort))))";

    private static final String LIVENESS = "livenessProbe";
    private static final String READINESS = "readinessProbe";
    private static final String STARTUP = "startupProbe";

    /** The three probes have types of their own, so that no list can hold them. */
    static final String PROBES_HAVE_A_WAY =
            INBOUND_OPEN
                    + TARGETS
                    + ".all(t, "
                    + (NO + LIVENESS + NO_TCP + LIVENESS + NO_HTTP + LIVENESS + NAMED + LIVENESS)
                    + (NUMBERED + LIVENESS + NO_GRPC + LIVENESS + GRPC + LIVENESS + END)
                    + " && "
                    + (NO + READINESS + NO_TCP + READINESS + NO_HTTP + READINESS + NAMED
                            + READINESS)
                    + (NUMBERED + READINESS + NO_GRPC + READINESS + GRPC + READINESS + END)
                    + " && "
                    + (NO + STARTUP + NO_TCP + STARTUP + NO_HTTP + STARTUP + NAMED + STARTUP)
                    + (NUMBERED + STARTUP + NO_GRPC + STARTUP + GRPC + STARTUP + END)
                    + ")";

    // What filter rules need, which tell containers apart by user id.

    private static final String POD =
            "has(self.podTemplate) && has(self.podTemplate.securityContext)";
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

    private static final String NOT_KEPT_IN = NO_NETFILTER + OUTBOUND_OPEN;

    static final String CUSTOM_HAS_A_USER =
            NOT_KEPT_IN
                    + "!has(self.ambassadors) || self.ambassadors.all(a, !has(a.custom) || (has(a.custom.securityContext) && has(a.custom.securityContext.runAsUser) && a.custom.securityContext.runAsUser != "
                    + MAIN_USER
                    + "))";

    private static final String OUT =
            "[(has(self.dependencies) && size(self.dependencies) > 0 ? [65531, 65532] : [65531]) + (has(self.ambassadors) ? self.ambassadors.filter(a, has(a.custom) && has(a.custom.securityContext) && has(a.custom.securityContext.runAsUser)).map(a, a.custom.securityContext.runAsUser) : [])]";

    private static final String NOT_OUT =
            ".all(h, !((has(h.securityContext) && has(h.securityContext.runAsUser) ? h.securityContext.runAsUser : "
                    + POD_USER
                    + ") in l)))";

    static final String OTHERS_ARE_NO_AMBASSADOR =
            NOT_KEPT_IN
                    + OUT
                    + ".all(l, (!has(self.sidecars) || self.sidecars"
                    + NOT_OUT
                    + " && (!has(self.initContainers) || self.initContainers"
                    + NOT_OUT
                    + ")";

    private IsolationRules() {}
}
