package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A valid object that is filled to the limits in the lists that rules walk: the server's estimate
 * of their cost does not protect from what they really cost. Strings are as long as they may be
 * only where a rule scans them.
 */
final class FilledApp {
    private static final int ADAPTERS = 8;
    private static final int SIDECARS = 8;
    private static final int SIDECAR_PORTS = 8;
    private static final int AMBASSADORS = 4;
    private static final int MAIN_PORTS = 16;
    private static final int DIRECTORIES = 8;
    private static final int VOLUMES = 32;
    private static final String LONG_HOST = ("a".repeat(62) + ".").repeat(4);

    private FilledApp() {}

    static ObjectNode make() {
        var app = Schemas.object();
        app.put("apiVersion", "patterned.dev/v1alpha1").put("kind", "PatternedApp");
        app.putObject("metadata").put("name", "filled");
        var spec = app.putObject("spec");
        spec.set("main", main());
        spec.set("logTailers", list(16, FilledApp::tailer));
        spec.set("ambassadors", list(AMBASSADORS, FilledApp::ambassador));
        spec.set("adapters", list(ADAPTERS, FilledApp::adapter));
        spec.set("sidecars", list(SIDECARS, FilledApp::sidecar));
        spec.set("initContainers", list(16, FilledApp::initContainer));
        spec.set("dependencies", list(32, FilledApp::dependency));
        spec.set("services", list(8, FilledApp::service));
        spec.set("volumes", list(VOLUMES, n -> named("volume-" + n, "emptyDir", Schemas.object())));
        spec.putObject("autoscaling").put("minReplicas", 2).put("maxReplicas", 9);
        spec.putObject("disruptionBudget").put("maxUnavailable", "25%");
        var template = spec.putObject("podTemplate");
        template.set("labels", map(64));
        template.set("annotations", map(64));
        return app;
    }

    private static ObjectNode main() {
        var main = Schemas.object().put("image", "registry.example/app:1");
        main.set(
                "env",
                list(128, n -> Schemas.object().put("name", "VARIABLE_" + n).put("value", "v")));
        main.set("ports", list(MAIN_PORTS, n -> port("main-" + n, 20_000 + n)));
        main.set("volumeMounts", list(VOLUMES, n -> mount(n, 1000)));
        main.set(
                "logDirectories",
                list(
                        DIRECTORIES,
                        n ->
                                Schemas.object()
                                        .put("name", directory(n))
                                        .put("path", "/var/log/" + "p".repeat(490) + n)));
        main.set(
                "files",
                list(
                        16,
                        n ->
                                Schemas.object()
                                        .put("path", "/etc/" + "p".repeat(490) + n)
                                        .put("content", "line\n".repeat(800))));
        return main;
    }

    private static ObjectNode tailer(int n) {
        var tailer = Schemas.object().put("name", "tailer-" + n);
        tailer.put("logDirectory", directory(n % DIRECTORIES));
        tailer.set("files", list(16, f -> Schemas.JSON.valueToTree("f".repeat(240) + f)));
        return tailer;
    }

    /** The last is a container, the others have listeners, whose upstreams no rule tells early. */
    private static ObjectNode ambassador(int n) {
        var ambassador = Schemas.object().put("name", "ambassador-" + n);
        if (n == AMBASSADORS - 1) {
            var custom = helper("custom");
            custom.remove("name");
            custom.set("ports", list(8, p -> port("custom-" + p, 24_000 + p)));
            ambassador.set("custom", custom);
            return ambassador;
        }
        ambassador.set("outbound", list(16, o -> outbound(n, o)));
        ambassador.set("inbound", list(8, i -> inbound(n, i)));
        return ambassador;
    }

    private static ObjectNode outbound(int n, int o) {
        var name = "o".repeat(32) + "-" + n + "-" + o;
        var outbound = Schemas.object().put("name", name).put("port", 22_000 + 100 * n + o);
        outbound.put("protocol", "Redis").put("connectTimeout", "99999ms");
        outbound.set("upstreams", list(32, u -> upstream(u)));
        return outbound;
    }

    private static ObjectNode upstream(int u) {
        var host = LONG_HOST.substring(0, LONG_HOST.length() - 3) + u + ".";
        return Schemas.object().put("host", host).put("port", 6379).put("weight", 100);
    }

    private static ObjectNode inbound(int n, int i) {
        var inbound = Schemas.object().put("name", "in-" + n + "-" + i);
        return inbound.put("port", 23_000 + 100 * n + i).put("target", "main-" + i);
    }

    /** Custom ones for the rules over ports, mounts and directories, and one with expressions. */
    private static ObjectNode adapter(int n) {
        if (n == 0) {
            var logs = Schemas.object().put("logDirectory", directory(0));
            logs.set("files", list(16, f -> Schemas.JSON.valueToTree("f".repeat(240) + f)));
            var pattern = "(?P<message>" + "(a|b)".repeat(200) + ")";
            var format = logs.putObject("format").put("type", "Regex").put("timeLayout", "%Y");
            format.putObject("regex").put("pattern", pattern);
            logs.putObject("multiline").put("firstLine", pattern);
            logs.putObject("output").putObject("stdout");
            return named("adapter-" + n, "logs", logs);
        }
        var custom = helper("custom");
        custom.remove("name");
        custom.set("ports", list(8, p -> port("a-" + n + "-" + p, 25_000 + 100 * n + p)));
        return named("adapter-" + n, "custom", custom);
    }

    private static ObjectNode sidecar(int n) {
        var sidecar = helper("sidecar-" + n);
        sidecar.set(
                "ports",
                list(SIDECAR_PORTS, p -> port("side-" + n + "-" + p, 21_000 + 100 * n + p)));
        sidecar.putObject("securityContext").putObject("capabilities").set("add", capabilities());
        return sidecar;
    }

    private static ObjectNode initContainer(int n) {
        return helper("init-container-" + n);
    }

    private static ObjectNode helper(String name) {
        var helper = Schemas.object().put("name", name).put("image", "registry.example/helper:1");
        helper.set("volumeMounts", list(VOLUMES, n -> mount(n, 40)));
        helper.set(
                "logDirectories", list(DIRECTORIES, d -> Schemas.JSON.valueToTree(directory(d))));
        return helper;
    }

    private static ArrayNode capabilities() {
        return list(1, _ -> Schemas.JSON.valueToTree("NET_BIND_SERVICE"));
    }

    /** Half of them with a selector that agrees with main's labels in all but the last. */
    private static ObjectNode dependency(int n) {
        var name = "dependency-" + n;
        if (n % 8 == 4) {
            return named(name, "job", Schemas.object().put("name", "j".repeat(61) + n));
        }
        if (n % 8 == 6) {
            return named(name, "app", Schemas.object().put("name", "a".repeat(38) + n));
        }
        if (n % 2 == 0) {
            return named(name, "tcp", Schemas.object().put("host", LONG_HOST).put("port", 80));
        }
        var service = Schemas.object().put("name", "provided-" + n).put("port", 80);
        var selector = map(15);
        selector.put("other", "value");
        service.putObject("provide").set("selector", selector);
        return named(name, "service", service);
    }

    private static ObjectNode service(int n) {
        var service = Schemas.object().put("name", "service-" + n);
        service.set(
                "ports",
                list(
                        16,
                        p ->
                                Schemas.object()
                                        .put("name", "port-" + p)
                                        .put("port", 1 + p)
                                        .put("target", "main-" + p)));
        service.set("labels", map(64));
        service.set("annotations", map(64));
        return service;
    }

    private static ObjectNode port(String name, int number) {
        return Schemas.object().put("name", name).put("containerPort", number);
    }

    private static ObjectNode mount(int n, int length) {
        var path = "/mnt/" + "p".repeat(length) + n;
        return Schemas.object().put("name", "volume-" + n).put("mountPath", path);
    }

    private static String directory(int n) {
        return "directory-of-logs-" + n;
    }

    private static ObjectNode named(String name, String member, JsonNode value) {
        var object = Schemas.object().put("name", name);
        object.set(member, value);
        return object;
    }

    private static ObjectNode map(int size) {
        var map = Schemas.object();
        IntStream.range(0, size).forEach(n -> map.put("example.com/key-" + n, "value-" + n));
        return map;
    }

    private static ArrayNode list(int size, IntFunction<JsonNode> item) {
        var list = Schemas.JSON.createArrayNode();
        IntStream.range(0, size).mapToObj(item).forEach(list::add);
        return list;
    }
}
