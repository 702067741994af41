package dev.patterned.operator.model;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a helper must get to when main's way out is closed.
 *
 * @param service whether the host is a Service of the own namespace
 * @param host DNS name or IP address, without brackets
 */
public record Destination(boolean service, String host, int port) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** Of all waits, each once; a wait for a name alone asks only the resolver. */
    public static Set<Destination> ofWaits(App app) {
        var all = new LinkedHashSet<Destination>();
        app.dependencies().forEach(it -> of(it.target()).forEach(all::add));
        return all;
    }

    /** Of all outbound listeners, each once. */
    public static Set<Destination> ofAmbassadors(App app) {
        var all = new LinkedHashSet<Destination>();
        app.ambassadors().stream()
                .flatMap(ambassador -> ambassador.outbound().stream())
                .flatMap(outbound -> outbound.upstreams().stream())
                .map(Destination::of)
                .forEach(all::add);
        return all;
    }

    /** Of all log adapters that send what they read, each once. */
    public static Set<Destination> ofAdapters(App app) {
        var all = new LinkedHashSet<Destination>();
        for (var adapter : app.adapters()) {
            if (adapter instanceof LogAdapter logs
                    && logs.output() instanceof LogAdapter.Output.Otlp otlp) {
                all.add(of(URI.create(otlp.endpoint())));
            }
        }
        return all;
    }

    private static Destination of(Outbound.Upstream upstream) {
        return new Destination(upstream.service().isPresent(), upstream.host(), upstream.port());
    }

    private static List<Destination> of(Target target) {
        return switch (target) {
            case Target.Service(var name, var port, var mustAnswer, _) ->
                    mustAnswer ? List.of(new Destination(true, name, port)) : List.of();
            case Target.Tcp(var host, var port) -> List.of(new Destination(false, host, port));
            case Target.Grpc(var host, var port, _) -> List.of(new Destination(false, host, port));
            case Target.Http http -> List.of(of(URI.create(http.url())));
            case Target.Upstreams upstreams ->
                    upstreams.upstreams().stream().map(Destination::of).toList();
            // A latch is a name in DNS, which stays open.
            case Target.Dns _, Target.Job _, Target.App _ -> List.of();
        };
    }

    private static Destination of(URI url) {
        var port =
                Optional.of(url.getPort())
                        .filter(it -> it > 0)
                        .orElse("https".equalsIgnoreCase(url.getScheme()) ? HTTPS : HTTP);
        return new Destination(false, url.getHost().replaceAll("[\\[\\]]", ""), port);
    }
}
