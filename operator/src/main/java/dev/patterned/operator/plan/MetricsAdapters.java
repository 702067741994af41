package dev.patterned.operator.plan;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.MetricsAdapter;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.util.ArrayList;
import java.util.List;

/** A metrics adapter: the standard exporter of its source, beside main. */
final class MetricsAdapters {
    private MetricsAdapters() {}

    /** What an exporter is told. */
    record Exporter(List<String> arguments, List<EnvVar> environment) {}

    /**
     * No startup probe, although it is a sidecar: an exporter may end until main answers, and main
     * starts after it. No readiness probe: the app serves without its metrics.
     */
    static Container container(App app, MetricsAdapter adapter) {
        var exporter = exporter(adapter);
        return new ContainerBuilder()
                .withName(adapter.name())
                .withImage(adapter.image())
                .withArgs(exporter.arguments())
                .withEnv(exporter.environment())
                .addNewPort()
                .withName(adapter.name())
                .withContainerPort(adapter.port())
                .withProtocol("TCP")
                .endPort()
                .withResources(adapter.resources())
                .withRestartPolicy(Helpers.NATIVE_SIDECAR)
                .withSecurityContext(Helpers.restricted(app.main().identity().group()))
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .withLivenessProbe(
                        new ProbeBuilder()
                                .withNewTcpSocket()
                                .withPort(new IntOrString(adapter.port()))
                                .endTcpSocket()
                                .build())
                .build();
    }

    private static Exporter exporter(MetricsAdapter adapter) {
        return switch (adapter.source()) {
            case MetricsAdapter.Apache apache -> apache(apache, adapter.port());
            case MetricsAdapter.Nginx nginx -> nginx(nginx, adapter.port());
            case MetricsAdapter.Redis redis -> redis(redis, adapter.port());
            case MetricsAdapter.Statsd statsd -> statsd(statsd, adapter.port());
        };
    }

    private static Exporter apache(MetricsAdapter.Apache apache, int port) {
        var arguments = new ArrayList<String>();
        arguments.add("--scrape_uri=" + loopback(apache.port(), apache.path()) + "?auto");
        // The flag had another name before 1.0; the exporter's own port needs none.
        if (port != 9117) {
            arguments.add("--web.listen-address=:" + port);
        }
        return new Exporter(arguments, List.of());
    }

    private static Exporter nginx(MetricsAdapter.Nginx nginx, int port) {
        return new Exporter(
                List.of(
                        "--nginx.scrape-uri=" + loopback(nginx.port(), nginx.path()),
                        "--web.listen-address=:" + port),
                List.of());
    }

    private static Exporter redis(MetricsAdapter.Redis redis, int port) {
        var variables = new ArrayList<EnvVar>();
        variables.add(Helpers.variable("REDIS_ADDR", "redis://127.0.0.1:" + redis.port()));
        redis.username().ifPresent(user -> variables.add(Helpers.variable("REDIS_USER", user)));
        redis.password()
                .map(selector ->
                        new EnvVarBuilder()
                                .withName("REDIS_PASSWORD")
                                .withNewValueFrom()
                                .withSecretKeyRef(selector)
                                .endValueFrom()
                                .build())
                .ifPresent(variables::add);
        variables.add(Helpers.variable("REDIS_EXPORTER_WEB_LISTEN_ADDRESS", ":" + port));
        return new Exporter(List.of(), variables);
    }

    private static Exporter statsd(MetricsAdapter.Statsd statsd, int port) {
        return new Exporter(
                List.of(
                        "--web.listen-address=:" + port,
                        "--statsd.listen-udp=127.0.0.1:" + statsd.port(),
                        "--statsd.listen-tcp="),
                List.of());
    }

    private static String loopback(int port, String path) {
        // The kubelet expands $(NAME) in arguments; "$$" stands for one "$".
        return "http://127.0.0.1:" + port + path.replace("$", "$$");
    }
}
