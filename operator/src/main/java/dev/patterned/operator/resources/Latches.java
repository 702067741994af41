package dev.patterned.operator.resources;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.Dependency;
import dev.patterned.operator.model.Latch;
import dev.patterned.operator.model.Target;
import dev.patterned.operator.resources.Child.Claim;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Latches: the children that are no function of the spec alone. They come beside the {@link
 * Expansion}, which stays one; see decision 0016.
 */
public final class Latches {
    /** Discard (RFC 863): a Service must have a port, and nobody answers on this one. */
    private static final int PORT = 9;

    private Latches() {}

    /**
     * The latches of what is done, in the order of the spec.
     *
     * @param done whether what is waited for is done, or was once and its latch is there
     */
    public static List<Child> due(App app, Predicate<Target> done) {
        return app.dependencies().stream()
                .map(Dependency::target)
                .distinct()
                .filter(done)
                .map(target -> Latch.of(app.id(), target))
                .flatMap(Optional::stream)
                .map(latch -> child(app.id(), latch))
                .toList();
    }

    private static Child child(AppId app, Latch latch) {
        var service = service(app, latch);
        Finish.finish(app, service);
        return new Child(service, Claim.EXCLUSIVE);
    }

    /** With an address, because a headless Service without endpoints has no name in DNS. */
    private static Service service(AppId app, Latch latch) {
        return new ServiceBuilder()
                .withMetadata(
                        Metadata.of(
                                app,
                                latch.name(),
                                Map.of(),
                                Map.of(ApiKeys.ANNOTATION_DONE, latch.target().label())))
                .withNewSpec()
                .withType("ClusterIP")
                .addNewPort()
                .withName("none")
                .withPort(PORT)
                .withTargetPort(new IntOrString(PORT))
                .withProtocol("TCP")
                .endPort()
                .endSpec()
                .build();
    }
}
