package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.Outbound;
import dev.patterned.api.v1alpha1.OutboundProtocol;
import dev.patterned.api.v1alpha1.Upstream;
import dev.patterned.api.v1alpha1.UpstreamTls;
import dev.patterned.operator.validation.Subject.Located;
import java.util.HashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Outbound listeners: options that fit the protocol, and upstreams that are elsewhere. */
final class OutboundRules {
    private OutboundRules() {}

    static void check(Subject subject, Located<Outbound> located, Problems problems) {
        options(located, problems);
        for (var upstream : located(located.path() + ".upstreams", located.value().upstreams())) {
            upstream(subject, upstream, problems);
        }
        if (located.value().protocol() == OutboundProtocol.REDIS) {
            shards(located, problems);
        }
        var tls = located.value().tls();
        if (tls != null) {
            tls(located, tls, problems);
        }
    }

    private static void options(Located<Outbound> located, Problems problems) {
        var path = located.path();
        var outbound = located.value();
        var protocol = Objects.requireNonNullElse(outbound.protocol(), OutboundProtocol.TCP);
        DependencyRules.duration(path + ".connectTimeout", outbound.connectTimeout(), problems);
        var http = outbound.http();
        if (http != null) {
            if (protocol != OutboundProtocol.HTTP && protocol != OutboundProtocol.GRPC) {
                belongs(path + ".http", "HTTP or GRPC", protocol, problems);
            }
            durationOrNone(path + ".http.requestTimeout", http.requestTimeout(), problems);
            if (http.retries() != null) {
                DependencyRules.duration(
                        path + ".http.retries.perTryTimeout",
                        http.retries().perTryTimeout(),
                        problems);
            }
        }
        if (outbound.redis() != null && protocol != OutboundProtocol.REDIS) {
            belongs(path + ".redis", "Redis", protocol, problems);
        }
        if (outbound.maxConnections() != null && protocol == OutboundProtocol.REDIS) {
            problems.error(
                    "ProtocolCannot",
                    path + ".maxConnections",
                    "is not for protocol Redis, where each shard has one connection that all clients share: leave it out");
        }
    }

    private static void belongs(
            String path, String wanted, OutboundProtocol protocol, Problems problems) {
        problems.error(
                "ProtocolCannot",
                path,
                "is for protocol %s, but the protocol is %s: set the protocol, or leave it out"
                        .formatted(wanted, Wire.of(protocol)));
    }

    /** A duration where zero says: none. */
    static void durationOrNone(String path, @Nullable String text, Problems problems) {
        if (text != null && !(Durations.valid(text) && Durations.parse(text).isZero())) {
            DependencyRules.duration(path, text, problems);
        }
    }

    private static void upstream(Subject subject, Located<Upstream> located, Problems problems) {
        var path = located.path();
        var upstream = located.value();
        if ((upstream.host() == null) == (upstream.service() == null)) {
            problems.error(
                    "ExactlyOne",
                    path,
                    "has %s: say exactly one of them"
                            .formatted(
                                    upstream.host() == null
                                            ? "neither host nor service"
                                            : "host and service"));
        }
        if (upstream.host() != null) {
            host(subject, path + ".host", upstream.host(), problems);
        }
        if (upstream.service() != null) {
            ownService(subject, path + ".service.name", upstream.service().name(), problems);
        }
    }

    private static void host(Subject subject, String path, String host, Problems problems) {
        DependencyRules.host(path, host, problems);
        if (Hosts.thisPod(host)) {
            problems.error(
                    "UpstreamIsMain",
                    path,
                    "\"%s\" is this very Pod, which main reaches without an ambassador: name another host, or remove the listener"
                            .formatted(host));
        }
        ownService(subject, path, host, problems);
    }

    private static void ownService(Subject subject, String path, String host, Problems problems) {
        for (var service : subject.spec().services()) {
            if (SelfWaitRules.spellings(service.name(), subject.namespace())
                    .matcher(host)
                    .matches()) {
                problems.error(
                        "UpstreamIsMain",
                        path,
                        "\"%s\" is this app's own Service \"%s\", which leads back to main: name another, or let main talk to itself on 127.0.0.1"
                                .formatted(host, service.name()));
            }
        }
    }

    private static void shards(Located<Outbound> located, Problems problems) {
        var first = new HashMap<String, String>();
        for (var shard : located(located.path() + ".upstreams", located.value().upstreams())) {
            var name = Ambassadors.name(shard.value());
            var other = first.putIfAbsent(name, shard.path());
            if (other != null) {
                problems.error(
                        "ShardTwice",
                        shard.path() + ".name",
                        "\"%s\" is also the shard %s (a shard without name has that of its host or service), and both would be one place on the ring: give each a name of its own"
                                .formatted(name, other));
            }
        }
    }

    private static void tls(Located<Outbound> located, UpstreamTls tls, Problems problems) {
        DependencyRules.authority(located.path() + ".tls.caFrom", tls.caFrom(), problems);
        if (tls.serverName() != null) {
            return;
        }
        var hosts = located.value().upstreams().stream().map(Ambassadors::host).distinct().toList();
        if (hosts.size() > 1 || hosts.stream().anyMatch(Hosts::address)) {
            problems.error(
                    "ServerNameMissing",
                    located.path() + ".tls.serverName",
                    "is missing, and nothing can stand for it (%s): say which name the upstreams' certificates have"
                            .formatted(String.join(", ", hosts)));
        }
    }
}
