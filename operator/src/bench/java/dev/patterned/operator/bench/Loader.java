package dev.patterned.operator.bench;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import dev.patterned.operator.observe.Observation;
import dev.patterned.operator.status.StatusCalculator;
import dev.patterned.operator.validation.Validator;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends what the operator sends for an app and does nothing else: the same objects, the same
 * status, by the same library. What an app becomes is worked out once, before.
 */
final class Loader {
    private final KubernetesClient client;
    private final PatternedApp model = BenchApps.app("x", "x");
    private final PatternedAppStatus status =
            StatusCalculator.calculate(
                    model,
                    Validator.validate(model),
                    List.of(),
                    new Observation(Optional.empty(), List.of(), List.of()),
                    Instant.EPOCH.plusSeconds(1));

    Loader(KubernetesClient client) {
        this.client = client;
    }

    /** One request for each child, one for the status. */
    void load(PatternedApp app, List<HasMetadata> children) {
        children.forEach(this::apply);
        var patch =
                List.of(
                        Map.of(
                                "op",
                                "test",
                                "path",
                                "/metadata/uid",
                                "value",
                                app.getMetadata().getUid()),
                        Map.of("op", "add", "path", "/status", "value", of(app)));
        client.resource(app)
                .subresource("status")
                .patch(
                        PatchContext.of(PatchType.JSON),
                        client.getKubernetesSerialization().asJson(patch));
    }

    private PatternedAppStatus of(PatternedApp app) {
        return new PatternedAppStatus(
                app.getMetadata().getGeneration(),
                status.conditions(),
                status.workload(),
                status.job(),
                0,
                0,
                0,
                status.selector(),
                status.helpers(),
                status.dependencies(),
                status.services());
    }

    /**
     * Deletes what was loaded. An API server looks through the addresses of all Services for each new
     * one, so whoever comes second would have the slower server.
     *
     * @throws IllegalStateException when something is still there
     */
    static void clear(KubernetesClient client, String namespace) {
        for (var kind : List.of(PatternedApp.class, Deployment.class, Service.class, ConfigMap.class)) {
            clear(client.resources(kind).inNamespace(namespace));
        }
    }

    private static <T extends HasMetadata> void clear(
            NonNamespaceOperation<T, KubernetesResourceList<T>, Resource<T>> objects) {
        objects.delete();
        var left = objects.list(new ListOptionsBuilder().withLimit(1L).build()).getItems();
        if (!left.isEmpty()) {
            throw new IllegalStateException("not deleted: " + left.getFirst().getFullResourceName());
        }
    }

    /** One child, as the operator applies it. */
    void apply(HasMetadata child) {
        client.resource(child)
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                .withForce(true)
                                .withFieldManager(ApiKeys.MANAGER)
                                .build());
    }
}
