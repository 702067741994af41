package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Ambassadors, and isolation by them. */
final class Proxies {
    private static final String[] OUTBOUND = {
        "{name: db, port: 5432, upstreams: [{host: db.example, port: 5432}]}",
        "{name: db, port: 5433, upstreams: [{service: {name: postgres}, port: 5432}]}",
        "{name: db, port: 5432, protocol: HTTP, upstreams: [{host: a.example, port: 80, weight: 2}, {host: b.example, port: 80, weight: 1}]}",
    };

    /** One whose keys never move: an edit that moves them is refused. */
    private static final String KEYS =
            "{name: keys, outbound: [{name: redis, port: 6380, protocol: Redis, upstreams: [{name: shard-a, host: redis-0.example, port: 6379}, {name: shard-b, host: redis-1.example, port: 6379}]}]}";

    private static final String SAFE =
            "{runAsUser: 1000, runAsNonRoot: true, capabilities: {drop: [ALL]}}";

    private final Draw draw;
    private final ObjectNode spec;

    /** Of an app that has its containers already. */
    Proxies(Draw draw, ObjectNode spec) {
        this.draw = draw;
        this.spec = spec;
    }

    /** Adds some ambassadors; perhaps they become the only way in or out. */
    void add() {
        Draw.set(
                spec,
                "ambassadors",
                draw.list(List.of("proxy", "keys", "own"), 0.5, this::ambassador));
        var proxy = proxy();
        if (draw.chance(0.5)) {
            return;
        }
        var in = proxy.has("inbound") && draw.chance(0.5);
        var out = proxy.has("outbound") && draw.chance(0.5);
        if (in || out) {
            isolate(in, out);
        }
    }

    private JsonNode ambassador(String name) {
        return switch (name) {
            case "keys" -> Draw.yaml(KEYS);
            case "own" -> own(draw.below(2));
            default -> proxy(name);
        };
    }

    private static JsonNode own(int number) {
        return Draw.yaml(
                "{name: own, custom: {image: 'proxy:%d', ports: [{name: own, containerPort: 700%d}]}}"
                        .formatted(number, number));
    }

    private ObjectNode proxy(String name) {
        var proxy = Draw.object().put("name", name);
        Draw.set(proxy, "inbound", draw.list(targets(), 0.6, this::inbound));
        if (!proxy.has("inbound") || draw.chance(0.6)) {
            proxy.putArray("outbound").add(Draw.yaml(draw.one(List.of(OUTBOUND))));
        }
        draw.maybe(proxy, "resources", 0.3, "{requests: {cpu: 20m}}", "{limits: {memory: 160Mi}}");
        return proxy;
    }

    private List<String> targets() {
        return Specs.names(spec.path("main").path("ports")).stream()
                .filter(port -> !port.equals("names"))
                .toList();
    }

    private JsonNode inbound(String target) {
        var inbound = Draw.object().put("name", target + "-in").put("target", target);
        inbound.put("port", 8000 + target.length());
        draw.maybe(inbound, "protocol", 0.4, "HTTP", "TCP");
        return inbound;
    }

    private ObjectNode proxy() {
        return spec.path("ambassadors")
                .valueStream()
                .filter(it -> it.path("name").asText().equals("proxy"))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseGet(Draw::object);
    }

    /** What isolation does not go together with is taken away. */
    private void isolate(boolean in, boolean out) {
        var isolation = spec.putObject("isolation");
        if (in) {
            isolation.put("inbound", "Ambassador");
            ((ObjectNode) spec.path("main"))
                    .remove(
                            List.of(
                                    "livenessProbe",
                                    "readinessProbe",
                                    "startupProbe",
                                    "lifecycle"));
        }
        if (out) {
            isolation.put("outbound", "Ambassador");
        }
        if (draw.chance(0.4)) {
            isolation.put("enforcement", "Netfilter");
            Stream.of(
                            Stream.of(spec.path("main")),
                            spec.path("sidecars").valueStream(),
                            spec.path("initContainers").valueStream())
                    .flatMap(it -> it)
                    .forEach(it -> ((ObjectNode) it).set("securityContext", Draw.yaml(SAFE)));
        }
    }

    /** Ports by which a Service may lead into the Pod, beside those of sidecars. */
    static List<String> waysIn(ObjectNode spec) {
        var inbound =
                spec.path("ambassadors")
                        .valueStream()
                        .flatMap(it -> Specs.names(it.path("inbound")).stream());
        var main =
                spec.path("isolation").has("inbound")
                        ? Stream.<String>empty()
                        : Specs.names(spec.path("main").path("ports")).stream();
        return Stream.concat(main, inbound).toList();
    }
}
