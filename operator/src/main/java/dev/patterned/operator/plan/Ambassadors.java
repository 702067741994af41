package dev.patterned.operator.plan;

import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.Inbound;
import dev.patterned.operator.plan.envoy.EnvoyBootstrap;
import dev.patterned.operator.plan.twemproxy.TwemproxyConfig;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ContainerPortBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import java.util.Map;

/**
 * Ambassadors: proxies that run before everything that may want to reach the outside, and stop
 * after main.
 */
final class Ambassadors {
    /** Apart from that of the script, which has another mode. */
    private static final String CONFIG_DIRECTORY = "/etc/patterned-config";

    private Ambassadors() {}

    static Contribution contribute(Ambassador ambassador) {
        var owner = "ambassador \"" + ambassador.name() + "\"";
        var contribution =
                switch (ambassador) {
                    case Ambassador.Envoy envoy -> envoy(envoy, Contribution.by(owner));
                    case Ambassador.Twemproxy twemproxy ->
                            twemproxy(twemproxy, Contribution.by(owner));
                    case Ambassador.Custom custom -> custom(custom, Contribution.by(owner));
                };
        for (var outbound : ambassador.outbound()) {
            // An address, not a name: localhost may be ::1, where nobody listens.
            contribution
                    .variable(Helpers.variable(outbound.variable() + "_HOST", "127.0.0.1"))
                    .variable(
                            Helpers.variable(outbound.variable() + "_PORT", "" + outbound.port()));
        }
        return contribution.build();
    }

    private static Contribution.Builder envoy(
            Ambassador.Envoy envoy, Contribution.Builder contribution) {
        var files = ConfigFiles.ofHelper(envoy.name(), EnvoyBootstrap.files(envoy));
        var ready =
                new ProbeBuilder()
                        .withNewHttpGet()
                        .withPath("/ready")
                        .withPort(new IntOrString(envoy.statusPort()))
                        .withScheme("HTTP")
                        .endHttpGet();
        var container =
                new ContainerBuilder(proxy(envoy))
                        .withCommand("envoy")
                        .withArgs(EnvoyBootstrap.ARGUMENTS)
                        .withStartupProbe(startup(ready))
                        .withReadinessProbe(
                                // Its readiness is the Pod's: only who lets callers in has a say.
                                envoy.inbound().isEmpty() ? null : readiness(ready))
                        .addToVolumeMounts(files.mount(EnvoyBootstrap.DIRECTORY));
        for (var outbound : envoy.outbound()) {
            contribution.volumes(Certificates.volumes(outbound));
            container.addAllToVolumeMounts(Certificates.mounts(outbound));
        }
        return contribution.config(files).place(Stage.AMBASSADORS, container.build());
    }

    private static Contribution.Builder twemproxy(
            Ambassador.Twemproxy twemproxy, Contribution.Builder contribution) {
        var files =
                ConfigFiles.ofHelper(
                        twemproxy.name(),
                        Map.of(TwemproxyConfig.FILE, TwemproxyConfig.yaml(twemproxy)));
        var accepts =
                new ProbeBuilder()
                        .withNewTcpSocket()
                        .withPort(new IntOrString(twemproxy.statusPort()))
                        .endTcpSocket();
        var container =
                new ContainerBuilder(proxy(twemproxy))
                        .withCommand("sh", Script.TWEMPROXY.path())
                        .withEnv(
                                Helpers.variable(
                                        "CONFIG", CONFIG_DIRECTORY + "/" + TwemproxyConfig.FILE),
                                Helpers.variable("STATUS_PORT", "" + twemproxy.statusPort()))
                        .withStartupProbe(startup(accepts))
                        .addToVolumeMounts(
                                Script.TWEMPROXY.config().mount(Script.DIRECTORY),
                                files.mount(CONFIG_DIRECTORY))
                        .build();
        return contribution
                .config(files)
                .config(Script.TWEMPROXY.config())
                .place(Stage.AMBASSADORS, container);
    }

    private static Contribution.Builder custom(
            Ambassador.Custom custom, Contribution.Builder contribution) {
        return contribution.place(
                Stage.AMBASSADORS,
                new ContainerBuilder(custom.container())
                        .addAllToVolumeMounts(LogDirectories.readOnly(custom.logDirectories()))
                        .withRestartPolicy(Helpers.NATIVE_SIDECAR)
                        .build());
    }

    private static Container proxy(Ambassador.Proxy proxy) {
        return new ContainerBuilder()
                .withName(proxy.name())
                .withImage(proxy.image())
                .withImagePullPolicy(proxy.imagePullPolicy())
                .withRestartPolicy(Helpers.NATIVE_SIDECAR)
                .withPorts(proxy.inbound().stream().map(Ambassadors::port).toList())
                .withResources(proxy.resources())
                .withSecurityContext(Helpers.ambassador())
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .build();
    }

    private static ContainerPort port(Inbound inbound) {
        return new ContainerPortBuilder()
                .withName(inbound.name())
                .withContainerPort(inbound.port())
                .withProtocol("TCP")
                .build();
    }

    /**
     * The next container starts when it has passed: often, because it takes a tenth of a second.
     */
    private static Probe startup(ProbeBuilder how) {
        return new ProbeBuilder(how.build()).withPeriodSeconds(1).withFailureThreshold(60).build();
    }

    private static Probe readiness(ProbeBuilder how) {
        return new ProbeBuilder(how.build()).withPeriodSeconds(2).withFailureThreshold(2).build();
    }
}
