package dev.patterned.api.v1alpha1;

/** CEL of the rules about ambassadors; forms as {@link SpecRules}. */
final class AmbassadorRules {
    private static final String REDIS = "(has(o.protocol) && o.protocol == 'Redis')";

    // One listener or upstream by itself.

    static final String PORT_CAN_BE_BOUND =
            "self.port >= 1024 && (self.port < 19000 || self.port > 19099)";

    static final String PORT_MESSAGE =
            "port is one that no ambassador can listen on: below 1024 needs root, which it is not, and 19000-19099 are the helpers' own (admin, health, status); choose another (Services may still have port 80 and target this listener)";

    static final String HOST_IS_ELSEWHERE =
            "!has(self.host) || !(self.host in ['localhost', 'localhost.', '0.0.0.0', '::', '::1'] || self.host.startsWith('127.'))";

    private static final String SHARD =
            "(has(u.name) ? u.name : (has(u.host) ? u.host : u.service.name))";

    static final String SHARD_NAMES_DIFFER =
            "!has(self.protocol) || self.protocol != 'Redis' || [self.upstreams.map(u, "
                    + SHARD
                    + ")]"
                    + SpecRules.ALL_DIFFER;

    static final String SERVER_NAME_IS_KNOWN =
            "!has(self.tls) || has(self.tls.serverName) || [self.upstreams.map(u, has(u.host) ? u.host : (has(u.service) ? u.service.name : ''))]"
                    + ".all(l, l.all(h, h == l[0] && !isIP(h)))";

    // One ambassador.

    private static final String NO_TWEMPROXY =
            "!has(self.engine) || self.engine != 'Twemproxy' || ";

    static final String TWEMPROXY_SPEAKS_REDIS =
            NO_TWEMPROXY
                    + "(!has(self.inbound) && (!has(self.outbound) || self.outbound.all(o, "
                    + REDIS
                    + ")))";

    static final String TWEMPROXY_HAS_NO_TLS =
            NO_TWEMPROXY + "!has(self.outbound) || self.outbound.all(o, !has(o.tls))";

    /** Of each Redis listener that was there and still is. */
    static final String KEYS_STAY =
            "!has(self.outbound) || !has(oldSelf.outbound) || self.outbound.all(o, !"
                    + REDIS
                    + " || (has(o.redis) && has(o.redis.onRingChange) && o.redis.onRingChange == 'MoveKeys')"
                    + " || oldSelf.outbound.all(p, p.name != o.name || !has(p.protocol) || p.protocol != 'Redis'"
                    + " || ((has(self.engine) ? self.engine : 'Envoy') == (has(oldSelf.engine) ? oldSelf.engine : 'Envoy')"
                    + " && [o.upstreams.map(u, "
                    + SHARD
                    + ")].all(l, p.upstreams.all(u, "
                    + SHARD
                    + " in l)))))";

    // All of them, and what else is in the Pod.

    private static final String OUTBOUND =
            "[has(self.ambassadors) ? self.ambassadors.map(a, has(a.outbound) ? a.outbound.map(o, o.name) : []) : []]";

    static final String OUTBOUND_NAMES_DIFFER =
            OUTBOUND + ".all(l, l.all(a, a.all(x, l.filter(b, x in b).size() == 1)))";

    static final String DEPENDENCIES_KNOW_THEIR_LISTENER =
            "!has(self.dependencies) || "
                    + OUTBOUND
                    + ".all(l, self.dependencies.all(d, !has(d.outbound) || l.exists(a, d.outbound.name in a)))";

    private static final String PREFIXES =
            "[has(self.ambassadors) ? self.ambassadors.map(a, has(a.outbound) ? a.outbound.map(o, o.name.upperAscii().replace('-', '_')) : []) : []]";

    private static final String NOT_INJECTED =
            ".all(e, !(e.name.endsWith('_HOST') || e.name.endsWith('_PORT')) || !l.exists(a, e.name.substring(0, size(e.name) - 5) in a))";

    static final String VARIABLES_DIFFER =
            "!has(self.ambassadors) || "
                    + PREFIXES
                    + ".all(l, (!has(self.main.env) || self.main.env"
                    + NOT_INJECTED
                    + ") && (!has(self.sidecars) || self.sidecars.all(h, !has(h.env) || h.env"
                    + NOT_INJECTED
                    + ")) && (!has(self.initContainers) || self.initContainers.all(h, !has(h.env) || h.env"
                    + NOT_INJECTED
                    + ")))";

    static final String INBOUND_TARGETS_A_PORT =
            "!has(self.ambassadors) || [has(self.main.ports) ? self.main.ports.filter(p, !has(p.protocol) || p.protocol == 'TCP').map(p, p.name) : []]"
                    + ".all(n, self.ambassadors.all(a, !has(a.inbound) || a.inbound.all(i, i.target in n)))";

    static final String NO_UPSTREAM_IS_AN_OWN_SERVICE =
            "!has(self.ambassadors) || !has(self.services) || [self.services.map(s, s.name)]"
                    + ".all(n, self.ambassadors.all(a, !has(a.outbound) || a.outbound.all(o, o.upstreams.all(u, !has(u.service) || !(u.service.name in n)))))";

    private AmbassadorRules() {}
}
