package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The lists of an app's spec. */
final class Helpers {
    private static final String[] SOURCES = {
        "{emptyDir: {}}",
        "{emptyDir: {medium: Memory, sizeLimit: 1Gi}}",
        "{configMap: {name: settings}}",
        "{configMap: {name: settings, items: [{key: a, path: b}], defaultMode: 256}}",
        "{secret: {secretName: secrets, optional: true}}",
        "{persistentVolumeClaim: {claimName: claim}}",
        "{downwardAPI: {items: [{path: a, fieldRef: {fieldPath: metadata.labels}}]}}",
        "{projected: {sources: [{configMap: {name: settings}}, {secret: {name: secrets}}]}}",
        "{ephemeral: {volumeClaimTemplate: {spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}}}",
    };
    private static final String[] TARGETS = {
        "{tcp: {host: db.example, port: 5432}}",
        "{http: {url: 'https://api.example/ready', expectedStatuses: ['204']}}",
        "{http: {url: 'http://api.example/', headers: [{name: A, value: b}]}}",
        "{grpc: {host: rpc.example, port: 9000, serviceName: a.B}}",
        "{dns: {host: name.example}}",
        "{job: {name: migrate}}",
        "{app: {name: other}}",
        "{service: {name: elsewhere, port: 80, condition: Exists}}",
    };

    private final Draw draw;

    /** Of one app. */
    Helpers(Draw draw) {
        this.draw = draw;
    }

    JsonNode volume(String name) {
        return ((ObjectNode) Draw.yaml(draw.one(List.of(SOURCES)))).put("name", name);
    }

    JsonNode logDirectory(String name, List<String> volumes) {
        var directory = Draw.object().put("name", name).put("path", "/var/log/" + name);
        if (!volumes.isEmpty() && draw.chance(0.2)) {
            return directory.put("volume", draw.one(volumes));
        }
        draw.maybe(directory, "sizeLimit", 0.3, "1Gi", "512Mi");
        draw.maybe(directory, "medium", 0.2, "Memory");
        return directory;
    }

    JsonNode tailer(String name, List<String> directories) {
        var tailer = Draw.object().put("name", name);
        tailer.put("logDirectory", draw.one(directories));
        tailer.set("files", draw.list(List.of("a.log", "b/*.log"), 0.6, Draw::yaml));
        if (tailer.path("files").isEmpty()) {
            tailer.set("files", Draw.yaml("[c.log]"));
        }
        draw.maybe(tailer, "readFrom", 0.3, "Beginning", "End");
        draw.maybe(tailer, "prefix", 0.3, "None", "File");
        draw.maybe(tailer, "image", 0.2, "busybox:2");
        draw.maybe(tailer, "rotate", 0.1, "{maxSize: 1Mi}", "{maxSize: 2Mi, keep: 5}");
        return tailer;
    }

    JsonNode dependency(String name) {
        ObjectNode dependency;
        if (draw.chance(0.4)) {
            dependency = Draw.object();
            var service = dependency.putObject("service");
            service.put("name", draw.one(List.of("db", "cache", "queue")));
            service.put("port", draw.one(List.of(80, 5432)));
            draw.maybe(
                    service,
                    "provide",
                    0.8,
                    "{selector: {app: db}, targetPort: 5432}",
                    "{selector: {app: db, tier: back}}");
            draw.maybe(service, "condition", 0.3, "Ready", "Exists");
        } else {
            dependency = (ObjectNode) Draw.yaml(draw.one(List.of(TARGETS)));
        }
        dependency.put("name", name);
        draw.maybe(dependency, "timeout", 0.3, "30s", "10m");
        draw.maybe(dependency, "interval", 0.2, "1s");
        draw.maybe(dependency, "onTimeout", 0.3, "Fail", "Continue");
        return dependency;
    }

    JsonNode service(String name, List<String> ports) {
        var service = Draw.object().put("name", name);
        var balanced = draw.chance(0.3);
        if (balanced) {
            service.put("type", "LoadBalancer");
            draw.maybe(service, "externalTrafficPolicy", 0.4, "Local", "Cluster");
            draw.maybe(service, "loadBalancerClass", 0.3, "example.com/a", "example.com/b");
            draw.maybe(service, "loadBalancerSourceRanges", 0.3, "[10.0.0.0/8]");
        } else {
            draw.maybe(service, "headless", 0.4, "true", "false");
        }
        draw.maybe(service, "publishNotReadyAddresses", 0.3, "true", "false");
        draw.maybe(service, "sessionAffinity", 0.3, "ClientIP", "None");
        draw.maybe(service, "internalTrafficPolicy", 0.2, "Local", "Cluster");
        draw.maybe(service, "ipFamilyPolicy", 0.2, "SingleStack", "PreferDualStack");
        draw.maybe(service, "trafficDistribution", 0.2, "PreferClose");
        draw.maybe(service, "labels", 0.3, "{a: b}", "{a: c, d: e}");
        draw.maybe(service, "annotations", 0.3, "{example.com/a: b}", "{example.com/c: d}");
        service.set(
                "ports",
                draw.list(
                        ports,
                        0.6,
                        port ->
                                Draw.object()
                                        .put("name", port)
                                        .put(
                                                "port",
                                                80 + ports.indexOf(port) + draw.below(2) * 100)));
        if (service.path("ports").isEmpty()) {
            service.putArray("ports")
                    .add(
                            Draw.object()
                                    .put("name", "only")
                                    .put("port", 80)
                                    .put("target", ports.getFirst()));
        }
        return service;
    }
}
