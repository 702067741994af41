package dev.patterned.operator.testing;

import dev.patterned.operator.health.Definitions;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The kind PodMonitor on a test's server, which it leaves as it found it. */
public final class PodMonitorKind implements AutoCloseable {
    private static final long SECONDS = 30;

    private final Resource<CustomResourceDefinition> definition;

    private PodMonitorKind(Resource<CustomResourceDefinition> definition) {
        this.definition = definition;
    }

    /** Returns when the server serves it. */
    public static PodMonitorKind install(KubernetesClient client) {
        try (var in = PodMonitorKind.class.getResourceAsStream("podmonitors.yaml")) {
            var text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var definition =
                    client.resource(
                            client.getKubernetesSerialization()
                                    .<CustomResourceDefinition>unmarshal(text));
            definition.serverSideApply();
            definition.waitUntilCondition(Definitions::isEstablished, SECONDS, TimeUnit.SECONDS);
            return new PodMonitorKind(definition);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Takes it away, with every object of it; returns when it is gone. */
    @Override
    public void close() {
        definition.delete();
        definition.waitUntilCondition(Objects::isNull, SECONDS, TimeUnit.SECONDS);
    }
}
