package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hosts that are Services in truth. A NetworkPolicy sees a packet after the Service's address has
 * become that of a Pod, on the Pod's port: one that opens the Service's port need not fit.
 */
final class PolicyHostRules {
    /** A bare name, or one that ends as a cluster's Services do. */
    private static final Pattern SERVICE =
            Pattern.compile(
                    "(?<name>[a-z0-9]([-a-z0-9]*[a-z0-9])?)([.](?<namespace>[a-z0-9-]+)[.]svc([.].+)?)?[.]?");

    private static final String SAME_PORT = "make sure that its targetPort is the same";

    private PolicyHostRules() {}

    static void check(Subject subject, Problems problems) {
        var isolation = Isolations.of(subject.spec().isolation());
        if (!isolation.outbound() || !isolation.byNetworkPolicy()) {
            return;
        }
        for (var ambassador : located("spec.ambassadors", subject.spec().ambassadors())) {
            var outbounds = located(ambassador.path() + ".outbound", ambassador.value().outbound());
            for (var outbound : outbounds) {
                for (var upstream :
                        located(outbound.path() + ".upstreams", outbound.value().upstreams())) {
                    host(subject, upstream.path() + ".host", upstream.value().host(), problems);
                }
            }
        }
        for (var adapter : located("spec.adapters", subject.spec().adapters())) {
            var logs = adapter.value().logs();
            if (logs != null && logs.output().otlp() != null) {
                Hosts.ofUrl(logs.output().otlp().endpoint())
                        .ifPresent(url ->
                                host(
                                        adapter.path() + ".logs.output.otlp.endpoint",
                                        url.getHost(),
                                        SAME_PORT,
                                        problems));
            }
        }
        for (var wait : located("spec.dependencies", subject.spec().dependencies())) {
            var dependency = wait.value();
            if (dependency.tcp() != null) {
                host(subject, wait.path() + ".tcp.host", dependency.tcp().host(), problems);
            }
            if (dependency.grpc() != null) {
                host(subject, wait.path() + ".grpc.host", dependency.grpc().host(), problems);
            }
            if (dependency.http() != null) {
                Hosts.ofUrl(dependency.http().url())
                        .ifPresent(url ->
                                host(subject, wait.path() + ".http.url", url.getHost(), problems));
            }
        }
    }

    private static void host(
            Subject subject, String path, @Nullable String host, Problems problems) {
        var service = SERVICE.matcher(host == null ? "" : host);
        if (!service.matches()) {
            return;
        }
        var namespace = service.group("namespace");
        var own = namespace == null || namespace.equals(subject.namespace());
        host(path, host, own ? "use service: " + service.group("name") : SAME_PORT, problems);
    }

    private static void host(String path, @Nullable String host, String fix, Problems problems) {
        if (!SERVICE.matcher(host == null ? "" : host).matches()) {
            return;
        }
        problems.warning(
                "PolicyHostIsService",
                path,
                "\"%s\" looks like a Service; the NetworkPolicy opens the port that is said here, but a Service's Pods may listen on another: %s"
                        .formatted(host, fix));
    }
}
