package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The examples of adapters, as they stand. */
@OnNode
class AdapterNodeTest {
    /** What differs between two servers that saw the same request. */
    private static final Set<String> OF_ITS_OWN =
            Set.of(
                    "@timestamp",
                    "k8s.pod.name",
                    "service.name",
                    "log.file.path",
                    "message",
                    "client.address",
                    "http.response.body.size");

    @Test
    void linesOfAnAppsOwnFormComeOutAsRecords(NodeSandbox node) {
        node.withOperator().applyExample("adapter");
        var pod = node.ready("lines");

        var record = Records.atLeast(node, pod, "shape", 2).getFirst();

        var written = node.sh(pod, "main", "head -n 1 /var/log/file.log");
        assertThat(record.path("message").asText()).isEqualTo("This is log");
        assertThat(record.path("@timestamp").asText())
                .contains(written.replaceFirst(".*(\\d\\d:\\d\\d:\\d\\d).*\\n", "$1"));
        assertThat(record.path("service.name").asText()).isEqualTo("lines");
        assertThat(record.path("k8s.namespace.name").asText()).isEqualTo(node.namespace());
        assertThat(record.path("k8s.pod.name").asText()).isEqualTo(pod.getMetadata().getName());
        assertThat(record.path("k8s.node.name").asText())
                .isEqualTo(node.pod("lines").getSpec().getNodeName());
        assertThat(record.path("k8s.container.name").asText()).isEqualTo("main");
        assertThat(record.has("parse_error")).isFalse();
    }

    /** The image of the example is not on the node: BusyBox's web server stands in for it. */
    @Test
    void anImageOfTheUsersReadsTheSameDirectoryAndServesIt(NodeSandbox node) throws IOException {
        var example = Files.readString(Path.of("..", "crds", "examples", "adapter-custom.yaml"));
        var server =
                """
                image: busybox:1.37
                      command: [httpd, -f, -p, "3080", -h, /var/log]\
                """;
        node.withOperator().apply(example.replace("image: bbachin1/adapter-node-server", server));
        node.apply(Backend.visitor());
        var pod = node.ready("served");
        var visitor = node.started("visitor");

        assertThat(node.sh(pod, "adapter", "touch /var/log/mine 2>&1 || true"))
                .contains("Read-only file system");
        node.eventually("the adapter serves main's lines")
                .untilAsserted(() ->
                        assertThat(node.sh(visitor, "curl", "curl -s http://served:3080/file.log"))
                                .contains("#This is log\n"));
    }

    @Test
    void httpdAndNginxComeOutInOneSchema(NodeSandbox node) {
        node.withOperator().applyExample("adapter-httpd");
        node.applyExample("adapter-nginx");
        node.apply(Backend.visitor());
        var httpd = node.ready("httpd");
        var nginx = node.ready("nginx");
        var visitor = node.started("visitor");
        for (var host : List.of("httpd", "nginx")) {
            node.sh(
                    visitor,
                    "curl",
                    "curl -sS --retry 30 --retry-delay 1 --retry-all-errors -A probe/1 -e http://from/ 'http://%s/same?a=b' >/dev/null"
                            .formatted(host));
        }

        var one = request(node, httpd);
        var other = request(node, nginx);

        assertThat(keys(one)).isEqualTo(keys(other)).contains("http.response.status_code");
        for (var key : keys(one)) {
            if (!OF_ITS_OWN.contains(key)) {
                assertThat(other.path(key)).as(key).isEqualTo(one.path(key));
            }
        }
        assertThat(one.path("url.path").asText()).isEqualTo("/same");
        assertThat(one.path("http.response.status_code").asInt()).isEqualTo(404);
    }

    private static JsonNode request(NodeSandbox node, Pod pod) {
        return node.eventually("the request as a record")
                .until(
                        () ->
                                Records.of(node, pod, "lines").stream()
                                        .filter(it -> it.path("url.query").asText().equals("a=b"))
                                        .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    private static Set<String> keys(JsonNode record) {
        var keys = new TreeSet<String>();
        record.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
