package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each exporter says is scraped through the app's Service, as Prometheus would. */
@OnNode
class MetricsNodeTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "adapter-httpd, httpd, 9117, apache_up 1",
        "adapter-nginx, nginx, 9113, nginx_up 1",
        "adapter-redis, redis, 9121, redis_up 1",
    })
    void anExampleIsScraped(String example, String app, int port, String line, NodeSandbox node) {
        node.withOperator().applyExample(example);
        node.apply(Backend.visitor());
        node.ready(app);
        var visitor = node.started("visitor");

        scrapes(node, visitor, "http://%s:%d/metrics".formatted(app, port), line);
    }

    @Test
    void whatMainCountsInStatsdLinesIsScraped(NodeSandbox node) {
        node.withOperator()
                .apply(
                        """
                        apiVersion: patterned.dev/v1alpha1
                        kind: PatternedApp
                        metadata: {name: shop}
                        spec:
                          main:
                            image: busybox:1.37
                            command: [sh, -c]
                            args:
                            - |
                              trap exit TERM
                              while :; do
                                echo 'stock:7|g' | nc -u -w 1 127.0.0.1 9125
                                sleep 1 & wait $!
                              done
                          adapters:
                          - name: metrics
                            metrics: {source: {statsd: {}}, port: 9102}
                          services:
                          - {name: shop, ports: [{name: metrics, port: 9102}]}
                        """);
        node.apply(Backend.visitor());
        node.ready("shop");
        var visitor = node.started("visitor");

        scrapes(node, visitor, "http://shop:9102/metrics", "stock 7");
    }

    /** The password is a Secret's, and in nothing that the operator writes. */
    @Test
    void redisWithAPasswordIsScraped(NodeSandbox node) {
        node.apply(
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: redis}
                stringData: {password: "p$(HOME) {x}"}
                """);
        node.withOperator()
                .apply(
                        """
                        apiVersion: patterned.dev/v1alpha1
                        kind: PatternedApp
                        metadata: {name: redis}
                        spec:
                          main:
                            image: redis:7
                            command: [sh, -c]
                            args: ['exec redis-server --requirepass "$PASSWORD"']
                            env:
                            - name: PASSWORD
                              valueFrom: {secretKeyRef: {name: redis, key: password}}
                          adapters:
                          - name: metrics
                            metrics:
                              source: {redis: {passwordFrom: {name: redis, key: password}}}
                              port: 9121
                          services:
                          - {name: redis, ports: [{name: metrics, port: 9121}]}
                        """);
        node.apply(Backend.visitor());
        node.ready("redis");
        var visitor = node.started("visitor");

        scrapes(node, visitor, "http://redis:9121/metrics", "redis_up 1");
    }

    private static void scrapes(NodeSandbox node, Pod visitor, String url, String expected) {
        node.eventually(url)
                .untilAsserted(() ->
                        assertThat(node.sh(visitor, "curl", "curl -s " + url).lines())
                                .contains(expected));
    }
}
