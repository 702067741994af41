package dev.patterned.operator.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@ApiServer
class StatusWriterApiTest {
    @Test
    void writesOnceAndOnlyWhatDiffers(KubernetesClient client, Sandbox sandbox) {
        var writer = new StatusWriter(sandbox.client("status-writer"));
        var app = create(client);
        var status = calculate(app);

        assertThat(writer.write(app, status)).isTrue();
        var stored = get(client);
        assertThat(stored.getStatus()).isEqualTo(status);
        assertThat(writer.write(stored, calculate(stored))).isFalse();
        assertThat(sandbox.audit().writes("status-writer", sandbox.namespace())).hasSize(1);
        assertThat(stored.getMetadata().getManagedFields())
                .filteredOn(it -> "status".equals(it.getSubresource()))
                .extracting(ManagedFieldsEntry::getManager)
                .containsExactly("patterned-status");
    }

    @Test
    void leavesNothingOfWhatOthersWrote(KubernetesClient client) {
        var app = create(client);
        var garbage = new ArrayList<>(calculate(app).conditions());
        garbage.add(
                new ConditionBuilder()
                        .withType("Weather")
                        .withStatus("True")
                        .withReason("Sunny")
                        .withMessage("")
                        .withLastTransitionTime("2020-01-01T00:00:00Z")
                        .build());
        vandalize(client, app, garbage);

        var writer = new StatusWriter(client);
        var found = get(client);
        assertThat(found.getStatus().conditions()).hasSize(garbage.size());
        assertThat(writer.write(found, calculate(found))).isTrue();
        var cleaned = get(client);
        assertThat(cleaned.getStatus()).isEqualTo(calculate(found));
        assertThat(writer.write(cleaned, calculate(cleaned))).isFalse();
    }

    @Test
    void anEditOfTheSpecInBetweenIsNoConflict(KubernetesClient client) {
        var seen = create(client);
        client.resource(seen)
                .edit(app -> {
                    app.getMetadata().setLabels(Map.of("team", "a"));
                    return app;
                });

        assertThat(new StatusWriter(client).write(seen, calculate(seen))).isTrue();
    }

    @Test
    void anAppThatIsGoneIsNoError(KubernetesClient client) {
        var app = create(client);
        client.resource(app).delete();

        assertThat(new StatusWriter(client).write(app, calculate(app))).isFalse();
    }

    @Test
    void anotherAppOfTheSameNameIsLeftAlone(KubernetesClient client) {
        var old = create(client);
        client.resource(old).delete();
        var successor = create(client);

        assertThat(new StatusWriter(client).write(old, calculate(old))).isFalse();
        assertThat(get(client).getStatus()).isEqualTo(successor.getStatus());
    }

    @Test
    void aStatusThatTheServerRefusesIsAnError(KubernetesClient client) {
        var app = create(client);
        var wrong = calculate(app);
        wrong.conditions().getFirst().setMessage("x".repeat(Conditions.MESSAGE + 1));

        var writer = new StatusWriter(client);
        assertThatThrownBy(() -> writer.write(app, wrong))
                .isInstanceOf(KubernetesClientException.class);
    }

    private static PatternedAppStatus calculate(PatternedApp app) {
        return StatusCase.named("waiting-for-service").calculate(app, StatusCase.NOW);
    }

    private static PatternedApp create(KubernetesClient client) {
        var app = StatusCase.named("first-pass").app();
        app.getMetadata().setNamespace(client.getNamespace());
        app.getMetadata().setUid(null);
        app.getMetadata().setGeneration(null);
        return client.resource(app).create();
    }

    private static PatternedApp get(KubernetesClient client) {
        return Objects.requireNonNull(client.resources(PatternedApp.class).withName("web").get());
    }

    /** As another manager's server-side apply. */
    private static void vandalize(
            KubernetesClient client, PatternedApp app, List<Condition> conditions) {
        var theirs = new PatternedApp();
        theirs.getMetadata().setName(app.getMetadata().getName());
        theirs.getMetadata().setNamespace(app.getMetadata().getNamespace());
        theirs.setStatus(
                new PatternedAppStatus(
                        7L,
                        conditions,
                        null,
                        null,
                        12,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of("ghost")));
        client.resource(theirs)
                .subresource("status")
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.SERVER_SIDE_APPLY)
                                .withFieldManager("somebody")
                                .withForce(true)
                                .build());
    }
}
