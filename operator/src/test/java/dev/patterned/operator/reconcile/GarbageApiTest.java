package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody scribbled where only the operator writes. */
@ApiServer
class GarbageApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"observedGeneration\": -1}",
                "{\"observedGeneration\": 99, \"replicas\": 2147483647}",
                "{\"conditions\": [{\"type\": \"Ready\", \"status\": \"True\", \"reason\": \"X\","
                        + " \"message\": \"\", \"lastTransitionTime\": \"2020-01-01T00:00:00Z\"}]}",
                "{\"services\": [\"\", \"nobody\"], \"selector\": \"a in (\"}",
            })
    void aStatusOfGarbageIsReplacedWithTheNextPass(String garbage, Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");
            var right = scene.app("web").getStatus();

            scene.client()
                    .resources(PatternedApp.class)
                    .withName("web")
                    .subresource("status")
                    .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\": null}");
            scene.client()
                    .resources(PatternedApp.class)
                    .withName("web")
                    .subresource("status")
                    .patch(
                            PatchContext.of(PatchType.JSON_MERGE),
                            "{\"status\": %s}".formatted(garbage));
            scene.restart();

            scene.awaitThat("status of before", () -> isLike(right, scene.app("web").getStatus()));
        }
    }

    /** Transition times may differ: garbage says nothing of when something changed. */
    private static boolean isLike(PatternedAppStatus right, @Nullable PatternedAppStatus found) {
        return found != null
                && right.services().equals(found.services())
                && Objects.equals(right.selector(), found.selector())
                && Objects.equals(right.replicas(), found.replicas())
                && Objects.equals(right.observedGeneration(), found.observedGeneration())
                && right.conditions().size() == found.conditions().size();
    }

    @Test
    void stampsOfGarbageAreWrittenAnew(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");
            var service = scene.client().services().withName("db");
            var right = stamp(service.require());

            service.edit(found -> stamped(found, Map.of(ApiKeys.ANNOTATION_STAMP, "\u0000 {{ ☃")));
            scene.awaitThat("stamp", () -> stamp(service.require()).equals(right));

            service.edit(found -> stamped(found, Map.of()));
            scene.awaitThat("stamp", () -> stamp(service.require()).equals(right));
            assertThat(scene.passes()).isLessThan(10);
        }
    }

    private static <T extends HasMetadata> T stamped(T object, Map<String, String> annotations) {
        object.getMetadata().setAnnotations(annotations);
        return object;
    }

    private static String stamp(HasMetadata object) {
        return object.getMetadata().getAnnotations().getOrDefault(ApiKeys.ANNOTATION_STAMP, "none");
    }
}
