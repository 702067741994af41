package dev.patterned.operator.health;

import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;

/** What the server says that it serves. */
public final class Discovery {
    private Discovery() {}

    /**
     * Whether the server serves that kind, in that version: one GET.
     *
     * @throws io.fabric8.kubernetes.client.KubernetesClientException when it cannot be asked
     */
    public static boolean serves(KubernetesClient client, Class<? extends HasMetadata> kind) {
        var plural = HasMetadata.getPlural(kind);
        return Optional.ofNullable(client.getApiResources(HasMetadata.getApiVersion(kind)))
                .map(APIResourceList::getResources)
                .stream()
                .flatMap(List::stream)
                .anyMatch(resource -> resource.getName().equals(plural));
    }
}
