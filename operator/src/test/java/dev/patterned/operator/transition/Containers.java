package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What all containers have. */
final class Containers {
    private static final List<String> VARIABLES = List.of("A", "B", "C", "D", "E");
    private static final String[] VALUES = {
        "{value: one}",
        "{value: two}",
        "{valueFrom: {fieldRef: {fieldPath: metadata.name}}}",
        "{valueFrom: {resourceFieldRef: {resource: limits.cpu}}}",
        "{valueFrom: {configMapKeyRef: {name: settings, key: a}}}",
        "{valueFrom: {secretKeyRef: {name: secrets, key: a, optional: true}}}",
    };
    private static final String[] HANDLERS = {
        "{httpGet: {path: /a, port: 8080}}",
        "{httpGet: {path: /b, port: 8080, scheme: HTTPS}}",
        "{exec: {command: [test, -e, /a]}}",
    };
    private static final String[] PROBES = {
        "{httpGet: {path: /a, port: 8080}, periodSeconds: 5}",
        "{httpGet: {path: /b, port: 8080, scheme: HTTPS}, timeoutSeconds: 3}",
        "{tcpSocket: {port: 8080}}",
        "{exec: {command: [test, -e, /a]}, failureThreshold: 5}",
        "{grpc: {port: 9090}}",
    };

    private final Draw draw;
    private final List<String> volumes;

    /** Of a Pod that has these volumes. */
    Containers(Draw draw, List<String> volumes) {
        this.draw = draw;
        this.volumes = volumes;
    }

    /** Fields that every container may say. */
    ObjectNode any(ObjectNode container) {
        draw.maybe(container, "image", 1, "a:1", "a:2", "registry.example/b:1");
        draw.maybe(container, "imagePullPolicy", 0.2, "Always", "IfNotPresent");
        draw.maybe(container, "command", 0.4, "[a]", "[b, c]", "[c, b]");
        draw.maybe(container, "args", 0.3, "[x]", "[y, z]");
        draw.maybe(container, "workingDir", 0.2, "/a", "/b");
        draw.maybe(
                container,
                "resources",
                0.4,
                "{requests: {cpu: 100m, memory: 64Mi}}",
                "{limits: {cpu: '1', memory: 0.5Gi}}",
                "{requests: {cpu: '0.5'}, limits: {cpu: 1000m}}");
        draw.maybe(
                container,
                "securityContext",
                0.2,
                "{runAsUser: 1000}",
                "{readOnlyRootFilesystem: true}",
                "{capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}");
        draw.maybe(
                container,
                "envFrom",
                0.2,
                "[{configMapRef: {name: settings}}]",
                "[{secretRef: {name: secrets, optional: true}}, {prefix: P_, configMapRef: {name: settings}}]");
        Draw.set(container, "env", draw.list(VARIABLES, 0.4, this::variable));
        Draw.set(container, "volumeMounts", draw.list(volumes, 0.4, this::mount));
        return container;
    }

    /** Fields of containers that stay up. */
    ObjectNode running(ObjectNode container) {
        any(container);
        draw.maybe(container, "livenessProbe", 0.3, PROBES);
        draw.maybe(container, "readinessProbe", 0.3, PROBES);
        draw.maybe(container, "startupProbe", 0.2, PROBES);
        if (draw.chance(0.3)) {
            var hooks = container.putObject("lifecycle");
            draw.maybe(hooks, "postStart", 0.5, HANDLERS);
            draw.maybe(hooks, "preStop", 0.7, "{sleep: {seconds: 3}}", HANDLERS[0], HANDLERS[2]);
        }
        return container;
    }

    private JsonNode variable(String name) {
        var variable = (ObjectNode) Draw.yaml(draw.one(List.of(VALUES)));
        return variable.put("name", name);
    }

    private JsonNode mount(String volume) {
        var mount = Draw.object().put("name", volume);
        mount.put("mountPath", draw.one(List.of("/mnt/", "/data/")) + volume);
        draw.maybe(mount, "readOnly", 0.3, "true", "false");
        draw.maybe(mount, "subPath", 0.2, "a", "b");
        return mount;
    }
}
