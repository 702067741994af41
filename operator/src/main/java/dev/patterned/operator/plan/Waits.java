package dev.patterned.operator.plan;

import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Dependency;
import dev.patterned.operator.model.HelperResources;
import dev.patterned.operator.model.Images;
import dev.patterned.operator.model.Latch;
import dev.patterned.operator.model.Target;
import dev.patterned.operator.plan.envoy.EnvoyBootstrap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A wait: an init container that loops inside one process until what it waits for is there. */
final class Waits {
    private static final String CA_DIRECTORY = "/etc/patterned-ca";
    private static final String CA_FILE = "ca.crt";

    private Waits() {}

    static Contribution contribute(App app, Dependency dependency) {
        return Contribution.by("dependency \"" + dependency.name() + "\"")
                .place(Stage.WAITS, container(app, dependency))
                .volumes(authority(dependency).stream().toList())
                .config(Script.WAIT.config())
                .build();
    }

    private static Container container(App app, Dependency dependency) {
        var container =
                Helpers.container(
                        dependency.name(),
                        image(dependency.target()),
                        Script.WAIT,
                        environment(app, dependency),
                        Helpers.restricted(app.main().identity().group()),
                        HelperResources.beside(app.main().resources()));
        return authority(dependency)
                .map(volume ->
                        new ContainerBuilder(container)
                                .addToVolumeMounts(
                                        Helpers.mount(volume.getName(), CA_DIRECTORY, true))
                                .build())
                .orElse(container);
    }

    private static String image(Target target) {
        return switch (target) {
            case Target.Service _,
                    Target.Tcp _,
                    Target.Dns _,
                    Target.Upstreams _,
                    Target.Job _,
                    Target.App _ ->
                    Images.BUSYBOX;
            case Target.Http _, Target.Grpc _ -> Images.CURL;
        };
    }

    /** Values reach the script as variables, never as a part of its text. */
    private static List<EnvVar> environment(App app, Dependency dependency) {
        var variables = new ArrayList<EnvVar>();
        variables.add(Helpers.variable("LABEL", dependency.target().label()));
        variables.addAll(target(app, dependency.target()));
        variables.add(Helpers.variable("TIMEOUT_MS", "" + dependency.timeout().toMillis()));
        variables.add(Helpers.variable("INTERVAL_MS", "" + dependency.interval().toMillis()));
        variables.add(
                Helpers.variable(
                        "ON_TIMEOUT", dependency.continueOnTimeout() ? "continue" : "fail"));
        return variables;
    }

    private static List<EnvVar> target(App app, Target target) {
        return switch (target) {
            case Target.Service(var name, var port, var mustAnswer, _) ->
                    mustAnswer
                            ? variables("KIND", "tcp", "HOST", name, "PORT", "" + port)
                            : variables("KIND", "service-exists", "HOST", name);
            case Target.Tcp(var host, var port) ->
                    variables("KIND", "tcp", "HOST", host, "PORT", "" + port);
            case Target.Upstreams upstreams -> upstreams(app, upstreams);
            case Target.Dns(var host) -> variables("KIND", "dns", "HOST", host);
            case Target.Job _, Target.App _ ->
                    variables(
                            "KIND",
                            "latch",
                            "HOST",
                            Latch.of(app.id(), target).map(Latch::name).orElseThrow());
            case Target.Grpc(var host, var port, var service) ->
                    variables(
                            "KIND",
                            "grpc",
                            "HOST",
                            host,
                            "PORT",
                            "" + port,
                            "SERVICE_NAME",
                            service);
            case Target.Http http ->
                    variables(
                            "KIND",
                            "http",
                            "URL",
                            http.url(),
                            "HEADERS",
                            String.join("\n", http.headers()),
                            "EXPECTED_STATUSES",
                            http.statuses(),
                            "CA_FILE",
                            http.certificateAuthority().isPresent()
                                    ? CA_DIRECTORY + "/" + CA_FILE
                                    : "");
        };
    }

    /** They must answer, and an Envoy must know that they do: main's first call is through it. */
    private static List<EnvVar> upstreams(App app, Target.Upstreams target) {
        var targets =
                target.upstreams().stream()
                        .map(upstream -> upstream.host() + " " + upstream.port())
                        .distinct()
                        .collect(Collectors.joining("\n"));
        var variables = variables("KIND", "tcp-all", "TARGETS", targets);
        app.ambassadors().stream()
                .filter(Ambassador.Envoy.class::isInstance)
                .map(Ambassador.Envoy.class::cast)
                .forEach(envoy -> variables.addAll(asked(envoy, target.listener())));
        return variables;
    }

    private static List<EnvVar> asked(Ambassador.Envoy envoy, String listener) {
        var clusters =
                envoy.outbound().stream()
                        .filter(outbound -> outbound.name().equals(listener))
                        .flatMap(outbound -> EnvoyBootstrap.clusters(outbound).stream())
                        .collect(Collectors.joining("\n"));
        return clusters.isEmpty()
                ? List.of()
                : variables("ADMIN_PORT", "" + envoy.adminPort(), "CLUSTERS", clusters);
    }

    /** Pairs of name and value; an empty value is left out, as the server would. */
    private static List<EnvVar> variables(String... pairs) {
        var variables = new ArrayList<EnvVar>();
        for (var index = 0; index < pairs.length; index += 2) {
            if (!pairs[index + 1].isEmpty()) {
                variables.add(Helpers.variable(pairs[index], pairs[index + 1]));
            }
        }
        return variables;
    }

    private static Optional<Volume> authority(Dependency dependency) {
        if (!(dependency.target() instanceof Target.Http http)) {
            return Optional.empty();
        }
        return http.certificateAuthority().map(authority -> volume(dependency, authority));
    }

    private static Volume volume(Dependency dependency, Target.CertificateAuthority authority) {
        return Certificates.authority(
                DerivedNames.of("patterned-ca-", dependency.name()), CA_FILE, authority);
    }
}
