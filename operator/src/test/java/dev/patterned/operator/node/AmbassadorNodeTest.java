package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A redis client that knows no address but 127.0.0.1:6380, in its three forms. */
@OnNode
class AmbassadorNodeTest {
    private static final Duration SECONDS = Duration.ofSeconds(5);
    private static final int CALLS = 6;

    @ParameterizedTest
    @ValueSource(strings = {"ambassador-envoy", "ambassador-twemproxy", "ambassador-custom"})
    void keysSpreadOverTwoServersAndStayWhereTheyAre(String example, NodeSandbox node) {
        var servers = RedisServers.start(node);
        node.withOperator().apply(example(example));
        var pod = node.ready("shards").getMetadata().getName();

        node.eventually("both servers answer")
                .untilAsserted(() -> assertThat(RedisServers.setAll(node, pod)).containsOnly("OK"));
        var first = servers.keysOf("redis-st-0");
        var second = servers.keysOf("redis-st-1");
        System.out.println(example + ": " + first.size() + " and " + second.size() + " keys");
        assertThat(first).hasSizeGreaterThan(RedisServers.KEYS / 5);
        assertThat(second).hasSizeGreaterThan(RedisServers.KEYS / 5);
        assertThat(Collections.disjoint(first, second)).isTrue();
        assertThat(RedisServers.getAll(node, pod)).isEqualTo(values());

        servers.kill("redis-st-1");
        assertThat(refused(node, pod)).as("keys that cannot be set").isEqualTo(second);
        servers.awaitUnready("redis-st-1");
        // Also when its name has gone from DNS, and Envoy has asked for it again.
        node.eventually("it stays so")
                .during(Duration.ofSeconds(6))
                .untilAsserted(() -> assertThat(refused(node, pod)).isEqualTo(second));
        assertThat(servers.keysOf("redis-st-0")).as("nothing has moved").isEqualTo(first);

        servers.revive("redis-st-1");
        var up = Instant.now();
        node.eventually("every key is back")
                .untilAsserted(
                        () -> assertThat(RedisServers.getAll(node, pod)).isEqualTo(values()));
        var took = Duration.between(up, Instant.now());
        System.out.println(example + ": every key was back after " + took);
        assertThat(took).isLessThan(SECONDS);
        assertThat(servers.keysOf("redis-st-0")).isEqualTo(first);
        assertThat(servers.keysOf("redis-st-1")).isEqualTo(second);
    }

    /** The names of the servers do not resolve while the proxy starts. */
    @ParameterizedTest
    @ValueSource(strings = {"Envoy", "Twemproxy"})
    void mainsFirstCallsWorkAlsoWhenTheServersComeLater(String engine, NodeSandbox node) {
        node.withOperator()
                .apply(
                        redisApp(
                                engine,
                                """
                                for n in 1 2 3 4 5 6; do redis-cli -h 127.0.0.1 -p $REDIS_PORT SET $n:visits first; done
                                trap exit TERM
                                while :; do sleep 0.1; done
                                """));
        node.eventually("it waits").until(() -> node.message("app").contains("outbound redis"));

        RedisServers.start(node);

        var pod = node.ready("app");
        node.eventually("six calls").until(() -> node.logs(pod, "main").lines().count() == CALLS);
        assertThat(node.logs(pod, "main").lines()).containsOnly("OK");
    }

    /**
     * Every call of main's end, which lasts three seconds, and none through a proxy that has gone.
     */
    @ParameterizedTest
    @ValueSource(strings = {"Envoy", "Twemproxy"})
    void callsInMainsLastSecondsWork(String engine, NodeSandbox node) {
        var servers = RedisServers.start(node);
        node.withOperator()
                .apply(
                        redisApp(
                                engine,
                                """
                                end() { for n in 1 2 3 4 5 6; do redis-cli -h 127.0.0.1 -p $REDIS_PORT SET $n:visits last; sleep 0.5; done; exit; }
                                trap end TERM
                                while :; do sleep 0.1; done
                                """));
        var pod = node.client().resource(node.ready("app"));

        pod.delete();
        pod.waitUntilCondition(found -> found == null, 60, TimeUnit.SECONDS);

        assertThat(servers.keysOf("redis-st-0").size() + servers.keysOf("redis-st-1").size())
                .isEqualTo(CALLS);
    }

    /** Main runs a script, beside a proxy for two servers that it waits for. */
    private static String redisApp(String engine, String script) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: app}
        spec:
          main:
            image: redis:7
            command: [bash, -c]
            args:
            - |
        %s
          ambassadors:
          - name: cache
            engine: %s
            outbound:
            - name: redis
              port: 6380
              protocol: Redis
              upstreams:
              - {name: st-0, host: redis-st-0.redis-svc, port: 6379}
              - {name: st-1, host: redis-st-1.redis-svc, port: 6379}
          dependencies:
          - {name: shards-are-up, outbound: {name: redis}}
        """
                .formatted(script.indent(6), engine);
    }

    /** The keys of those requests that failed. */
    private static Set<String> refused(NodeSandbox node, String pod) {
        var answers = RedisServers.setAll(node, pod);
        return IntStream.range(0, answers.size())
                .filter(n -> !answers.get(n).equals("OK"))
                .mapToObj(RedisServers.keys()::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> values() {
        return IntStream.rangeClosed(1, RedisServers.KEYS).mapToObj(n -> "value-" + n).toList();
    }

    /** Word for word, but that the node has no registry to ask, and its image no entrypoint. */
    private static String example(String name) {
        try {
            return Files.readString(Path.of("..", "crds", "examples", name + ".yaml"))
                    .replace(
                            "      image: malexer/twemproxy\n",
                            """
                                  image: malexer/twemproxy
                                  imagePullPolicy: IfNotPresent
                                  command: [bash, -c]
                                  args:
                                  - |
                                    { printf 'shards:\\n  listen: 0.0.0.0:6380\\n  redis: true\\n  hash: fnv1a_64\\n'
                                      printf '  distribution: ketama\\n  server_retry_timeout: 1000\\n  servers:\\n'
                                      printf '%s\\n' "$REDIS_SERVERS" | tr , '\\n' | sed 's/^/  - /'
                                    } >/tmp/nutcracker.yml
                                    trap 'kill -INT $!; exit' TERM
                                    nutcracker -c /tmp/nutcracker.yml -o /dev/stderr & wait
                            """);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
