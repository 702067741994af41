package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator that makes of the same spec something else than the one before it. */
@ApiServer
class OperatorUpgradeApiTest {
    private static final String APP =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: work}
            spec:
              workload: {kind: KIND}
              main:
                image: busybox:1.37
                env: [{name: MODE, value: fast}]
            """;

    @ParameterizedTest
    @ValueSource(strings = {"Job", "Pod"})
    void whatCannotChangeIsKeptUntilTheSpecChanges(String kind, Sandbox sandbox) {
        var app = APP.replace("KIND", kind);
        try (var scene = Scene.start(sandbox, later -> asItWasOnce(app, later))) {
            scene.create(app);
            scene.awaitSeen("work");
            scene.awaitThat(
                    "the Job's row",
                    () -> kind.equals("Pod") || scene.app("work").getStatus().job() != null);
            scene.forget();

            scene.restart();
            scene.awaitPasses(1);

            assertThat(scene.writes()).isEmpty();
            assertThat(scene.condition("work", "Stalled")).isEqualTo("absent");

            scene.replace(app.replace("fast", "slow"));
            scene.awaitThat("stalled", () -> scene.condition("work", "Stalled").equals("True"));
            assertThat(scene.readyReason("work")).isEqualTo("ImmutableFieldChange");

            scene.restart();
            scene.awaitPasses(1);
            assertThat(scene.condition("work", "Stalled")).isEqualTo("True");
        }
    }

    private static Verdict asItWasOnce(String yaml, PatternedApp app) {
        var older = Serialization.unmarshal(yaml.replace("fast", "once"), PatternedApp.class);
        older.setMetadata(app.getMetadata());
        older.setStatus(app.getStatus());
        return Validator.validate(older);
    }
}
