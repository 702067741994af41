package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Valid specs, drawn from a seed. */
final class Specs {
    static final List<String> KINDS =
            List.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod");

    static final String NAME = "app";

    private static final int ATTEMPTS = 500;

    private Specs() {}

    /** A valid app. */
    static ObjectNode draw(long seed, String kind) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var app = app(spec(new Draw(seed * ATTEMPTS + attempt), kind));
            if (isValid(app)) {
                return app;
            }
        }
        throw new IllegalStateException("no valid spec in " + ATTEMPTS + " from seed " + seed);
    }

    /** Another one: some members of the first are drawn anew, the others stay. */
    static ObjectNode edit(ObjectNode before, long seed, String kind) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var draw = new Draw(seed * ATTEMPTS + attempt);
            var other = spec(draw, kind);
            var app = before.deepCopy();
            var spec = (ObjectNode) app.get("spec");
            var names = new ArrayList<String>();
            Stream.of(spec, other).forEach(it -> it.fieldNames().forEachRemaining(names::add));
            for (var name : draw.some(names.stream().distinct().sorted().toList(), 0.25)) {
                if (draw.chance(0.5) && spec.get(name) instanceof ArrayNode list) {
                    draw.rearrange(list);
                } else if (other.has(name)) {
                    spec.set(name, other.get(name));
                } else if (!name.equals("main") && !name.equals("workload")) {
                    spec.remove(name);
                }
            }
            if (draw.chance(0.2)) {
                app = rename(app, draw);
            }
            if (!app.equals(before) && isValid(app)) {
                return app;
            }
        }
        throw new IllegalStateException("no valid edit in " + ATTEMPTS + " from seed " + seed);
    }

    /** One entry of a list has another name, wherever it is referred to. */
    private static ObjectNode rename(ObjectNode app, Draw draw) {
        var spec = app.path("spec");
        var lists = Stream.concat(spec.valueStream(), spec.path("main").valueStream());
        var names = lists.filter(JsonNode::isArray).flatMap(list -> names(list).stream()).toList();
        if (names.isEmpty()) {
            return app;
        }
        var name = draw.one(names);
        var other = name.endsWith("-2") ? name.substring(0, name.length() - 2) : name + "-2";
        return (ObjectNode) Draw.parse(app.toString().replace('"' + name + '"', '"' + other + '"'));
    }

    static PatternedApp bind(JsonNode app) {
        return Draw.YAML.convertValue(app, PatternedApp.class);
    }

    static boolean isValid(JsonNode app) {
        try {
            return Validator.validate(bind(app)) instanceof Verdict.Accepted;
        } catch (IllegalArgumentException | NullPointerException notOfTheSchema) {
            return false;
        }
    }

    /** An app with this spec. */
    static ObjectNode app(ObjectNode spec) {
        var app = Draw.object();
        app.put("apiVersion", "patterned.dev/v1alpha1").put("kind", "PatternedApp");
        app.putObject("metadata").put("name", NAME);
        app.set("spec", spec);
        return app;
    }

    private static ObjectNode spec(Draw draw, String kind) {
        var spec = Draw.object();
        var helpers = new Helpers(draw);
        spec.set("workload", new Workloads(draw).workload(kind));
        if (kind.equals("Deployment") || kind.equals("StatefulSet")) {
            draw.maybe(spec, "replicas", 0.5, "0", "1", "3");
            draw.maybe(
                    spec,
                    "autoscaling",
                    0.3,
                    "{maxReplicas: 4}",
                    "{minReplicas: 2, maxReplicas: 6, cpuUtilizationPercent: 50}");
            draw.maybe(
                    spec,
                    "disruptionBudget",
                    0.3,
                    "{minAvailable: 1}",
                    "{minAvailable: 50%}",
                    "{maxUnavailable: 1}");
        }
        Draw.set(spec, "volumes", draw.list(List.of("v1", "v2", "v3"), 0.5, helpers::volume));
        var volumes = new ArrayList<>(names(spec.path("volumes")));
        volumes.addAll(claims(spec));
        var containers = new Containers(draw, volumes);

        var main = containers.running(spec.putObject("main"));
        draw.maybe(main, "stdin", 0.1, "true");
        if (spec.has("autoscaling")) {
            main.set("resources", Draw.yaml("{requests: {cpu: 200m}}"));
        }
        main.set(
                "ports",
                draw.list(
                        List.of("http", "admin", "names"),
                        0.6,
                        port -> port(port, 8080 + port.length(), port.equals("names"))));
        Draw.set(
                main,
                "logDirectories",
                draw.list(List.of("l1", "l2"), 0.6, name -> helpers.logDirectory(name, volumes)));
        var directories = names(main.path("logDirectories"));

        if (!directories.isEmpty()) {
            Draw.set(
                    spec,
                    "logTailers",
                    draw.list(List.of("t1", "t2"), 0.5, name -> helpers.tailer(name, directories)));
        }
        Draw.set(
                spec,
                "sidecars",
                draw.list(List.of("s1", "s2"), 0.4, name -> sidecar(draw, containers, name)));
        Draw.set(
                spec,
                "initContainers",
                draw.list(
                        List.of("i1", "i2"),
                        0.4,
                        name -> containers.any(Draw.object().put("name", name))));
        Draw.set(
                spec,
                "dependencies",
                draw.list(List.of("d1", "d2", "d3"), 0.4, helpers::dependency));
        Draw.set(
                spec,
                "adapters",
                draw.list(List.of("a1", "a2"), 0.2, new Adapters(draw, directories)::adapter));
        draw.maybe(
                main,
                "files",
                0.3,
                "[{path: /srv/a, content: one}]",
                "[{path: /srv/a, content: two}, {path: /etc/b/c, content: ''}]");
        if (draw.chance(0.4)) {
            new Proxies(draw, spec).add();
        }
        services(draw, helpers, spec);
        PodTemplates.add(draw, spec);
        return spec;
    }

    private static ObjectNode sidecar(Draw draw, Containers containers, String name) {
        var sidecar = containers.running(Draw.object().put("name", name));
        if (draw.chance(0.5)) {
            sidecar.putArray("ports")
                    .add(port(name + "-port", name.equals("s1") ? 9001 : 9002, false));
        }
        draw.maybe(sidecar, "startBefore", 0.3, "Dependencies", "Main");
        return sidecar;
    }

    private static void services(Draw draw, Helpers helpers, ObjectNode spec) {
        var ports = new ArrayList<>(Proxies.waysIn(spec));
        spec.path("sidecars").forEach(it -> ports.addAll(names(it.path("ports"))));
        if (ports.isEmpty()) {
            return;
        }
        Draw.set(
                spec,
                "services",
                draw.list(List.of("web", "api"), 0.6, name -> helpers.service(name, ports)));
        if (spec.path("workload").path("statefulSet").has("serviceName")) {
            var peers = (ObjectNode) helpers.service("peers", ports);
            peers.retain("name", "ports", "labels", "publishNotReadyAddresses");
            spec.withArrayProperty("services").add(peers.put("headless", true));
        }
    }

    private static ObjectNode port(String name, int number, boolean udp) {
        var port = Draw.object().put("name", name).put("containerPort", number);
        return udp ? port.put("protocol", "UDP") : port;
    }

    static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(it -> it.path("name").asText())
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<String> claims(ObjectNode spec) {
        var templates = spec.path("workload").path("statefulSet").path("volumeClaimTemplates");
        return StreamSupport.stream(templates.spliterator(), false)
                .map(it -> it.path("metadata").path("name").asText())
                .toList();
    }
}
