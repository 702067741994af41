package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Records over OTLP/HTTP, to a receiver that lets nobody in without the header of a Secret. */
@OnNode
class OtlpNodeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyLineArrivesAlsoWhenTheReceiverWasAway(NodeSandbox node) {
        node.apply(receiver());
        node.started("receiver");
        node.withOperator().apply(app());
        var pod = node.ready("writer");

        node.sh(pod, "main", lines(1, 100));
        var first = awaitLines(node, 100);
        assertThat(first).containsExactlyElementsOf(numbered(1, 100));

        stop(node);
        node.sh(pod, "main", lines(101, 300));
        node.eventually("the adapter says that it finds nobody")
                .until(() -> node.logs(pod, "lines").contains("Exporting failed. Will retry"));
        assertThat(node.isReady("writer")).isTrue();
        node.apply(receiver());
        node.started("receiver");

        assertThat(awaitLines(node, 200)).containsExactlyElementsOf(numbered(101, 300));
        assertThat(names(node, "service.name")).containsExactly("writer");
        assertThat(names(node, "k8s.pod.name")).containsExactly(pod.getMetadata().getName());
    }

    private static void stop(NodeSandbox node) {
        var receiver = node.client().pods().withName("receiver");
        receiver.withGracePeriod(0).delete();
        receiver.waitUntilCondition(Objects::isNull, 60, TimeUnit.SECONDS);
    }

    private static String lines(int from, int to) {
        return "seq %d %d | sed 's/^/line /' >>/log/app.log".formatted(from, to);
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj("line %d"::formatted).toList();
    }

    /** In the order of their first arrival: what was under way may come twice. */
    private static Set<String> awaitLines(NodeSandbox node, int number) {
        return node.eventually(number + " lines at the receiver")
                .until(() -> bodies(node), found -> found.size() >= number);
    }

    private static Set<String> bodies(NodeSandbox node) {
        var bodies = new LinkedHashSet<String>();
        received(node)
                .forEach(request ->
                        request.findValues("body")
                                .forEach(body -> bodies.add(body.path("stringValue").asText())));
        return bodies;
    }

    /** The values of an attribute of the resources. */
    private static Set<String> names(NodeSandbox node, String attribute) {
        var names = new LinkedHashSet<String>();
        received(node).stream()
                .flatMap(request -> request.findValues("resource").stream())
                .forEach(resource ->
                        resource.path("attributes")
                                .forEach(pair -> {
                                    if (pair.path("key").asText().equals(attribute)) {
                                        names.add(pair.path("value").path("stringValue").asText());
                                    }
                                }));
        return names;
    }

    private static List<JsonNode> received(NodeSandbox node) {
        Pod receiver = node.client().pods().withName("receiver").require();
        return node.logs(receiver, "collector")
                .lines()
                .filter(line -> line.startsWith("{\"resourceLogs\""))
                .map(OtlpNodeTest::read)
                .toList();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException torn) {
            throw new AssertionError("no JSON: " + line, torn);
        }
    }

    private static String app() {
        return """
        apiVersion: v1
        kind: Secret
        metadata: {name: backend}
        stringData: {authorization: Bearer s3cret}
        ---
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: writer}
        spec:
          main:
            image: busybox:1.37
            command: [sh, -c, 'trap exit TERM; while :; do sleep 3600 & wait $!; done']
            logDirectories: [{name: log, path: /log}]
          adapters:
          - name: lines
            logs:
              logDirectory: log
              files: [app.log]
              format: {type: Plain}
              output:
                otlp:
                  endpoint: http://receiver:4318
                  protocol: HTTP
                  headersFrom:
                  - name: Authorization
                    secretKeyRef: {name: backend, key: authorization}
        """;
    }

    /** A collector that prints what it gets, behind a web server that looks at the header. */
    private static String receiver() {
        return """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: receiver}
        data:
          nginx.conf: |
            events {}
            http {
              access_log off;
              server {
                listen 4318;
                client_max_body_size 64m;
                if ($http_authorization != "Bearer s3cret") { return 401; }
                location / { proxy_pass http://127.0.0.1:4320; }
              }
            }
          collector.yaml: |
            receivers: {otlp: {protocols: {http: {endpoint: "127.0.0.1:4320"}}}}
            exporters: {file: {path: /dev/stdout, flush_interval: 100ms}}
            service:
              telemetry: {metrics: {level: none}}
              pipelines: {logs: {receivers: [otlp], exporters: [file]}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: receiver}
        spec:
          selector: {app: receiver}
          ports: [{name: otlp, port: 4318}]
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: receiver, labels: {app: receiver}}
        spec:
          terminationGracePeriodSeconds: 0
          volumes:
          - {name: config, configMap: {name: receiver}}
          containers:
          - name: door
            image: nginx:1
            command: [nginx, -g, daemon off;, -c, /config/nginx.conf]
            readinessProbe: {tcpSocket: {port: 4318}, periodSeconds: 1}
            volumeMounts: [{name: config, mountPath: /config}]
          - name: collector
            image: otel/opentelemetry-collector-contrib:0.149.0
            args: [--config=/config/collector.yaml]
            volumeMounts: [{name: config, mountPath: /config}]
        """;
    }
}
