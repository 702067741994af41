package dev.patterned.operator.bench;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.Set;
import java.util.regex.Pattern;

/** How many requests the API server has answered, without watches and lists. */
record Requests(long sent) {
    private static final Pattern LINE =
            Pattern.compile(
                    "^apiserver_request_total\\{.*,resource=\"(\\w+)\".*verb=\"(\\w+)\".*} (\\S+)$");

    private static final Set<String> RESOURCES =
            Set.of("patternedapps", "deployments", "services", "configmaps", "events", "pods");

    static Requests now(KubernetesClient client) {
        return new Requests(
                client.raw("/metrics")
                        .lines()
                        .map(LINE::matcher)
                        .filter(line -> line.matches() && RESOURCES.contains(line.group(1)))
                        .filter(line -> !Set.of("LIST", "WATCH").contains(line.group(2)))
                        .mapToLong(line -> (long) Double.parseDouble(line.group(3)))
                        .sum());
    }

    long since(Requests before) {
        return sent - before.sent;
    }
}
