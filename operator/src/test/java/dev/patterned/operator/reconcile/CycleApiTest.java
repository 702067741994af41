package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import org.junit.jupiter.api.Test;

/** Apps that wait for each other. */
@ApiServer
class CycleApiTest {

    @Test
    void threeAppsInACircleEachShowItUntilOneOfThemLetsGo(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(waiting("a", "app: {name: b}"));
            scene.create(waiting("b", "service: {name: c, port: 80}"));
            scene.create(waiting("c", "app: {name: a}"));

            awaitCycle(scene, "a", "a → b → c → a");
            awaitCycle(scene, "b", "b → c → a → b");
            awaitCycle(scene, "c", "c → a → b → c");
            assertThat(scene.condition("a", "Reconciling")).isEqualTo("True");
            assertThat(scene.condition("a", "Stalled")).isEqualTo("absent");

            scene.replace(Apps.web("c"));

            scene.awaitThat("c is free", () -> "Progressing".equals(scene.readyReason("c")));
            scene.awaitThat("b is free", () -> "Progressing".equals(scene.readyReason("b")));
            scene.awaitThat("a is free", () -> "Progressing".equals(scene.readyReason("a")));
            assertThat(scene.dependency("a", "wait").message()).contains("app b is not ready");
        }
    }

    private static void awaitCycle(Scene scene, String app, String path) {
        scene.awaitThat(
                path,
                () ->
                        "DependencyCycle".equals(scene.readyReason(app))
                                && String.valueOf(scene.dependency(app, "wait").message())
                                        .startsWith(path + " wait for each other"));
    }

    private static String waiting(String name, String target) {
        return Apps.web(name) + "  dependencies: [{name: wait, %s}]\n".formatted(target);
    }
}
