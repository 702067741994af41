package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.readiness.Readiness;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Two redis servers in a StatefulSet, as {@code redis-st-0.redis-svc} and {@code
 * redis-st-1.redis-svc}, and keys to put there. What they store outlives the process, not the Pod.
 */
final class RedisServers {
    /** The part that differs stands first: twemproxy's hash hardly mixes the last bytes in. */
    static final int KEYS = 200;

    static final List<String> NAMES = List.of("redis-st-0", "redis-st-1");

    private static final String YAML =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: redis-svc}
            spec:
              clusterIP: None
              selector: {app: redis-st}
              ports: [{name: redis, port: 6379}]
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: redis-st}
            spec:
              serviceName: redis-svc
              replicas: 2
              podManagementPolicy: Parallel
              selector: {matchLabels: {app: redis-st}}
              template:
                metadata: {labels: {app: redis-st}}
                spec:
                  terminationGracePeriodSeconds: 0
                  containers:
                  - name: redis
                    image: redis:7
                    command: [bash, -c]
                    args:
                    - |
                      while :; do
                        [ -e /data/down ] || redis-server --bind 0.0.0.0 --protected-mode no --save '' --appendonly yes --dir /data --pidfile /data/pid
                        sleep 0.1
                      done
                    volumeMounts:
                    - {name: data, mountPath: /data}
                    readinessProbe: {tcpSocket: {port: 6379}, periodSeconds: 1}
                  volumes:
                  - {name: data, emptyDir: {}}
            """;

    private final NodeSandbox node;

    private RedisServers(NodeSandbox node) {
        this.node = node;
    }

    static RedisServers start(NodeSandbox node) {
        node.apply(YAML);
        return new RedisServers(node);
    }

    /** The keys that a server has itself. */
    SortedSet<String> keysOf(String server) {
        return on(server, "redis-cli KEYS '*:visits'")
                .lines()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ends the process, and keeps it from coming back. */
    void kill(String server) {
        on(server, "touch /data/down; kill -9 $(pidof redis-server)");
        node.eventually(server + " is down")
                .until(() -> !on(server, "redis-cli PING || :").contains("PONG"));
    }

    /** Waits until the kubelet has seen it: a Pod that is not ready has no name in DNS. */
    void awaitUnready(String server) {
        node.eventually(server + " is not ready")
                .until(() -> !Readiness.isPodReady(node.client().pods().withName(server).get()));
    }

    /** Lets the process come back, and waits until it does. */
    void revive(String server) {
        on(server, "rm /data/down");
        node.eventually(server + " is up")
                .until(() -> on(server, "redis-cli PING || :").contains("PONG"));
    }

    private String on(String server, String script) {
        return node.sh(node.client().pods().withName(server).require(), "redis", script);
    }

    /** The keys in their order. */
    static List<String> keys() {
        return IntStream.rangeClosed(1, KEYS).mapToObj(n -> n + ":visits").toList();
    }

    /** Sets every key through the ambassador; what it answered for each. */
    static List<String> setAll(NodeSandbox node, String pod) {
        return answers(node, pod, "SET $n:visits value-$n");
    }

    /** Reads every key through the ambassador; what it answered for each. */
    static List<String> getAll(NodeSandbox node, String pod) {
        return answers(node, pod, "GET $n:visits");
    }

    private static List<String> answers(NodeSandbox node, String pod, String command) {
        var script =
                "n=0; while [ $n -lt %d ]; do n=$((n + 1)); echo \"%s\"; done | redis-cli -h 127.0.0.1 -p 6380"
                        .formatted(KEYS, command);
        var answers =
                node.sh(node.client().pods().withName(pod).require(), "main", script)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
        assertThat(answers).hasSize(KEYS);
        return answers;
    }
}
