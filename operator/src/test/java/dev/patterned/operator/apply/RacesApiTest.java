package dev.patterned.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.model.AppId;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever happens between the look and the write, nothing that is not ours is touched. */
@ApiServer
class RacesApiTest {
    private static final String OURS = UUID.randomUUID().toString();
    private static final String THEIRS = UUID.randomUUID().toString();

    @Test
    void anObjectThatAppearedSinceTheLookIsAConflict(Sandbox sandbox) {
        var cluster = new PlainCluster(sandbox.client());
        var foreign = sandbox.client().resource(map(THEIRS, "theirs")).create();

        assertThat(apply(cluster, map(OURS, "ours")))
                .containsExactly(new Outcome.Conflict("ConfigMap", "map", "PatternedApp/web"));
        assertThat(sandbox.client().resource(foreign).get()).isEqualTo(foreign);
    }

    @Test
    void anObjectOfNobodyIsAConflictWithoutAnOwner(Sandbox sandbox) {
        var cluster = new PlainCluster(sandbox.client());
        var foreign =
                sandbox.client()
                        .resource(
                                new ConfigMapBuilder()
                                        .withNewMetadata()
                                        .withName("map")
                                        .endMetadata()
                                        .build())
                        .create();

        assertThat(apply(cluster, map(OURS, "ours")))
                .containsExactly(new Outcome.Conflict("ConfigMap", "map", ""));
        assertThat(sandbox.client().resource(foreign).get()).isEqualTo(foreign);
    }

    @Test
    void anObjectThatWasReplacedSinceTheLookIsAConflict(Sandbox sandbox) {
        var cluster = new PlainCluster(sandbox.client());
        var old = sandbox.client().resource(map(OURS, "old")).create();
        cluster.cache(old);
        sandbox.client().resource(old).delete();
        var foreign = sandbox.client().resource(map(THEIRS, "theirs")).create();

        assertThat(apply(cluster, map(OURS, "new")))
                .containsExactly(new Outcome.Conflict("ConfigMap", "map", "PatternedApp/web"));
        assertThat(sandbox.client().resource(foreign).get()).isEqualTo(foreign);
    }

    @Test
    void anObjectThatWasDeletedSinceTheLookIsMadeAgain(Sandbox sandbox) {
        var cluster = new PlainCluster(sandbox.client());
        var old = sandbox.client().resource(map(OURS, "old")).create();
        cluster.cache(old);
        sandbox.client().resource(old).delete();

        assertThat(apply(cluster, map(OURS, "new")))
                .containsExactly(new Outcome.Applied("ConfigMap", "map", true));
        assertThat(sandbox.client().configMaps().withName("map").require().getData())
                .containsEntry("text", "new");
    }

    @Test
    void ourOwnObjectThatTheCacheHasNotSeenIsChanged(Sandbox sandbox) {
        var cluster = new PlainCluster(sandbox.client());
        sandbox.client().resource(map(OURS, "old")).create();

        assertThat(apply(cluster, map(OURS, "new")))
                .containsExactly(new Outcome.Applied("ConfigMap", "map", false));
        assertThat(sandbox.client().configMaps().withName("map").require().getData())
                .containsEntry("text", "new");
    }

    @Test
    void whatChangedSinceTheLookIsNotPruned(Sandbox sandbox) {
        var cluster = new PlainCluster(sandbox.client());
        var old = sandbox.client().resource(map(OURS, "old")).create();
        cluster.cache(old);
        sandbox.client().resource(old).delete();
        var foreign = sandbox.client().resource(map(THEIRS, "theirs")).create();

        var app = new AppId(sandbox.namespace(), "web", OURS);
        assertThat(new Pruner(cluster).prune(app, List.of(), List.of())).isEmpty();
        assertThat(sandbox.client().resource(foreign).get()).isEqualTo(foreign);
    }

    private static List<Outcome> apply(Cluster cluster, ConfigMap desired) {
        var child = new Child(desired, Child.Claim.EXCLUSIVE);
        return new Applier(cluster, new KnownForeign(), new Lanes(1)).apply(List.of(child));
    }

    private static ConfigMap map(String owner, String text) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("map")
                .withOwnerReferences(
                        new OwnerReferenceBuilder()
                                .withApiVersion("patterned.dev/v1alpha1")
                                .withKind("PatternedApp")
                                .withName("web")
                                .withUid(owner)
                                .withController(true)
                                .build())
                .endMetadata()
                .withData(Map.of("text", text))
                .build();
    }
}
