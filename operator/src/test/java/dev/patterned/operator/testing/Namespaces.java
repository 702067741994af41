package dev.patterned.operator.testing;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.Locale;

/**
 * A namespace for each test. None is ever deleted: without controllers it would stay Terminating.
 */
final class Namespaces {

    private static final int LONGEST_PREFIX = 40;

    private static final ResourceDefinitionContext APPS =
            new ResourceDefinitionContext.Builder()
                    .withGroup("patterned.dev")
                    .withVersion("v1alpha1")
                    .withKind("PatternedApp")
                    .withPlural("patternedapps")
                    .withNamespaced(true)
                    .build();

    private Namespaces() {}

    /** Makes a namespace named after its owner, such as {@code drift-api-test-x7k2p}. */
    static String create(KubernetesClient client, String owner) {
        var namespace =
                new NamespaceBuilder()
                        .withNewMetadata()
                        .withGenerateName(prefix(owner))
                        .endMetadata()
                        .build();
        return client.resource(namespace).create().getMetadata().getName();
    }

    static String prefix(String owner) {
        var name = owner.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), LONGEST_PREFIX)) + "-";
    }

    /**
     * Removes the apps, or an operator of a later test that watches all namespaces would look after
     * them.
     */
    static void removeApps(KubernetesClient client, String namespace) {
        var apps = client.genericKubernetesResources(APPS).inNamespace(namespace);
        for (var app : apps.list().getItems()) {
            if (!app.getMetadata().getFinalizers().isEmpty()) {
                apps.resource(app)
                        .edit(found -> {
                            found.getMetadata().getFinalizers().clear();
                            return found;
                        });
            }
            apps.resource(app).delete();
        }
    }
}
