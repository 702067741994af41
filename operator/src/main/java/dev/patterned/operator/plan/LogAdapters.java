package dev.patterned.operator.plan;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.LogAdapter;
import dev.patterned.operator.model.LogAdapter.Output.Otlp;
import dev.patterned.operator.model.LogAdapter.Output.Stdout;
import dev.patterned.operator.plan.collector.CollectorConfig;
import dev.patterned.operator.plan.collector.CollectorEnvironment;
import dev.patterned.operator.plan.collector.MemoryBudget;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A log adapter: an OpenTelemetry Collector whose configuration the operator writes. */
final class LogAdapters {
    // Not below any folder that main may keep logs in: there nothing could be mounted.
    private static final String CONFIG_DIRECTORY = "/patterned/config";
    private static final String CONFIG_FILE = "config.yaml";
    private static final String STATE_DIRECTORY = "/patterned/state";

    /**
     * Positions of files are some KB; the queue of an OTLP output may take 32 MiB, twice while it
     * is packed.
     */
    private static final Quantity STATE_SIZE = new Quantity("128Mi");

    private LogAdapters() {}

    static Contribution contribute(App app, LogAdapter adapter) {
        var state = state(adapter);
        var config =
                ConfigFiles.ofHelper(
                        adapter.name(), Map.of(CONFIG_FILE, CollectorConfig.yaml(adapter)));
        return Contribution.by(Adapters.owner(adapter))
                .place(Stage.SIDECARS, container(app, adapter, config, state))
                .volumes(List.of(state))
                .config(config)
                .build();
    }

    private static Container container(
            App app, LogAdapter adapter, ConfigFiles config, Volume state) {
        return new ContainerBuilder()
                .withName(adapter.name())
                .withImage(adapter.image())
                .withArgs(CollectorConfig.arguments(CONFIG_DIRECTORY + "/" + CONFIG_FILE))
                .withEnv(environment(app, adapter))
                .withResources(adapter.resources())
                .withRestartPolicy(Helpers.NATIVE_SIDECAR)
                .withSecurityContext(Helpers.readerOf(app.main().identity()))
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                // It asks nobody outside the container: a startup that waits for main never ends.
                .withStartupProbe(probe(adapter, 1, 60))
                .withLivenessProbe(probe(adapter, 10, 3))
                .withVolumeMounts(
                        config.mount(CONFIG_DIRECTORY),
                        Helpers.mount(state.getName(), STATE_DIRECTORY, false),
                        LogDirectories.mount(adapter.directory(), true))
                .build();
    }

    private static Volume state(LogAdapter adapter) {
        return new VolumeBuilder()
                .withName(DerivedNames.of("patterned-state-", adapter.name()))
                .withNewEmptyDir()
                .withSizeLimit(STATE_SIZE)
                .endEmptyDir()
                .build();
    }

    private static Probe probe(LogAdapter adapter, int periodSeconds, int failures) {
        return new ProbeBuilder()
                .withNewHttpGet()
                .withPath("/")
                .withNewPort(adapter.healthPort())
                .endHttpGet()
                .withPeriodSeconds(periodSeconds)
                .withFailureThreshold(failures)
                .build();
    }

    private static List<EnvVar> environment(App app, LogAdapter adapter) {
        var variables = new ArrayList<EnvVar>();
        variables.add(Helpers.variable(CollectorEnvironment.SERVICE_NAME, app.id().name()));
        variables.add(fromPod(CollectorEnvironment.NAMESPACE, "metadata.namespace"));
        variables.add(fromPod(CollectorEnvironment.POD_NAME, "metadata.name"));
        variables.add(fromPod(CollectorEnvironment.NODE_NAME, "spec.nodeName"));
        variables.add(Helpers.variable(CollectorEnvironment.CONTAINER_NAME, app.main().name()));
        variables.add(Helpers.variable(CollectorEnvironment.STATE_DIRECTORY, STATE_DIRECTORY));
        variables.add(
                Helpers.variable(
                        CollectorEnvironment.MEMORY_LIMIT,
                        MemoryBudget.of(adapter).goMemoryLimit()));
        variables.addAll(headers(adapter.output()));
        return variables;
    }

    private static List<EnvVar> headers(LogAdapter.Output output) {
        return switch (output) {
            case Stdout _ -> List.of();
            case Otlp otlp -> headers(otlp);
        };
    }

    private static List<EnvVar> headers(Otlp otlp) {
        var variables = new ArrayList<EnvVar>();
        for (var index = 0; index < otlp.headers().size(); index++) {
            var header = otlp.headers().get(index);
            variables.add(
                    new EnvVarBuilder()
                            .withName(CollectorEnvironment.header(index))
                            .withNewValueFrom()
                            .withNewSecretKeyRef(header.key(), header.secret(), null)
                            .endValueFrom()
                            .build());
        }
        return variables;
    }

    private static EnvVar fromPod(String name, String field) {
        return new EnvVarBuilder()
                .withName(name)
                .withNewValueFrom()
                // The version that the server would fill in.
                .withNewFieldRef("v1", field)
                .endValueFrom()
                .build();
    }
}
