package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.Ambassador;
import dev.patterned.api.v1alpha1.Dependency;
import dev.patterned.api.v1alpha1.Outbound;
import dev.patterned.api.v1alpha1.StartBefore;
import dev.patterned.api.v1alpha1.WorkloadKind;
import dev.patterned.operator.validation.Subject.Located;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A wait on what comes only after it never ends: this app itself, its own Services, by whatever
 * spelling, and ports of this very Pod that nobody listens on yet.
 */
final class SelfWaitRules {
    private SelfWaitRules() {}

    static void check(Subject subject, Problems problems) {
        for (var dependency : located("spec.dependencies", subject.spec().dependencies())) {
            endpoint(dependency).ifPresent(endpoint -> check(subject, endpoint, problems));
            itself(subject, dependency, problems);
        }
    }

    private static void itself(Subject subject, Located<Dependency> dependency, Problems problems) {
        var job = dependency.value().job();
        var own = subject.spec().workload();
        if (job != null
                && job.name().equals(subject.name())
                && own != null
                && own.kind() == WorkloadKind.JOB) {
            problems.error(
                    "SelfWait",
                    dependency.path() + ".job.name",
                    "\"%s\" is this app's own Job, which completes only after the wait: it would never end; remove it"
                            .formatted(job.name()));
        }
        var app = dependency.value().app();
        if (app != null && app.name().equals(subject.name())) {
            problems.error(
                    "SelfWait",
                    dependency.path() + ".app.name",
                    "\"%s\" is this very app, which is ready only after the wait: it would never end; remove it"
                            .formatted(app.name()));
        }
    }

    /** What a wait connects to; port 0 where it only resolves a name. */
    private record Endpoint(String path, String host, int port) {}

    private static Optional<Endpoint> endpoint(Located<Dependency> located) {
        var path = located.path();
        var dependency = located.value();
        if (dependency.service() != null) {
            return Optional.of(
                    new Endpoint(
                            path + ".service.name",
                            dependency.service().name(),
                            dependency.service().port()));
        }
        if (dependency.tcp() != null) {
            return Optional.of(
                    new Endpoint(
                            path + ".tcp.host", dependency.tcp().host(), dependency.tcp().port()));
        }
        if (dependency.grpc() != null) {
            return Optional.of(
                    new Endpoint(
                            path + ".grpc.host",
                            dependency.grpc().host(),
                            dependency.grpc().port()));
        }
        if (dependency.dns() != null) {
            return Optional.of(new Endpoint(path + ".dns.host", dependency.dns().host(), 0));
        }
        if (dependency.http() != null) {
            return Hosts.ofUrl(dependency.http().url())
                    .map(url ->
                            new Endpoint(
                                    path + ".http.url",
                                    url.getHost(),
                                    url.getPort() < 0
                                            ? ("https".equals(url.getScheme()) ? 443 : 80)
                                            : url.getPort()));
        }
        return Optional.empty();
    }

    private static void check(Subject subject, Endpoint endpoint, Problems problems) {
        for (var service : subject.spec().services()) {
            if (spellings(service.name(), subject.namespace()).matcher(endpoint.host()).matches()) {
                problems.error(
                        "SelfWait",
                        endpoint.path(),
                        "\"%s\" is this app's own Service \"%s\", which answers only once main runs: the wait would never end; remove it"
                                .formatted(endpoint.host(), service.name()));
            }
        }
        var listener = listener(subject, endpoint);
        if (listener.isPresent()) {
            problems.error(
                    "WaitThroughAmbassador",
                    endpoint.path(),
                    "%d is the outbound listener \"%s\", which accepts connections before its upstreams are there: the wait would be over at once; say outbound: {name: %s} instead"
                            .formatted(endpoint.port(), listener.get(), listener.get()));
        } else if (Hosts.loopback(endpoint.host())
                && endpoint.port() > 0
                && !early(subject, endpoint.port())) {
            problems.error(
                    "SelfWait",
                    endpoint.path(),
                    "\"%s\" is this very Pod, where nothing listens on port %d before main: wait for another host, or give the port to a sidecar with startBefore: Dependencies"
                            .formatted(endpoint.host(), endpoint.port()));
        }
    }

    private static Optional<String> listener(Subject subject, Endpoint endpoint) {
        return subject.spec().ambassadors().stream()
                .flatMap(ambassador -> ambassador.outbound().stream())
                .filter(_ -> Hosts.loopback(endpoint.host()))
                .filter(outbound -> outbound.port() == endpoint.port())
                .map(Outbound::name)
                .findFirst();
    }

    private static boolean early(Subject subject, int port) {
        var sidecars =
                subject.spec().sidecars().stream()
                        .filter(sidecar -> sidecar.startBefore() == StartBefore.DEPENDENCIES)
                        .flatMap(sidecar -> sidecar.ports().stream());
        var ambassadors =
                subject.spec().ambassadors().stream()
                        .map(Ambassador::custom)
                        .filter(Objects::nonNull)
                        .flatMap(custom -> custom.ports().stream());
        return Stream.concat(sidecars, ambassadors).anyMatch(each -> each.containerPort() == port);
    }

    /** Every way in which the resolver of a Pod may be asked for a Service of the own namespace. */
    static Pattern spellings(String service, String namespace) {
        var own = Pattern.quote(service);
        // Offline the namespace may be open; a longer name may then be another one's Service.
        var longer =
                namespace.isEmpty()
                        ? ""
                        : "([.]" + Pattern.quote(namespace) + "([.]svc([.].+)?)?)?";
        return Pattern.compile(own + longer + "[.]?", Pattern.CASE_INSENSITIVE);
    }
}
