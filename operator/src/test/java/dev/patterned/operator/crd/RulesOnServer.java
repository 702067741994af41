package dev.patterned.operator.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.testing.GoldenCases;
import dev.patterned.operator.testing.RefusedObjects;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What must hold on every supported server. */
abstract class RulesOnServer {
    /** Every object is tried and every surprise reported: one run tells all. */
    @Test
    void everyRuleRefuses(Sandbox sandbox) {
        var softly = new SoftAssertions();
        for (var object : RefusedObjects.all()) {
            var refusal =
                    catchThrowableOfType(
                            KubernetesClientException.class,
                            () ->
                                    dryRun(
                                            sandbox.client(),
                                            sandbox.client().resource(object.yaml()).item()));
            softly.assertThat(refusal).as(object.name()).isNotNull();
            if (refusal != null) {
                softly.assertThat(refusal.getCode()).as(object.name()).isEqualTo(422);
                softly.assertThat(refusal.getMessage()).as(object.name()).contains(object.expect());
            }
        }
        softly.assertAll();
    }

    /** These compare with the object before: the Java validator sees one object and cannot. */
    @Test
    void everyRuleAboutChangesRefuses(Sandbox sandbox) {
        var apps = sandbox.client().resources(PatternedApp.class);
        for (var change : RefusedObjects.changes()) {
            var states = change.yaml().split("(?m)^---$", -1);
            var live = apps.load(text(states[0])).create();
            var wanted = apps.load(text(states[1])).item();
            live.setSpec(wanted.getSpec());

            var refusal =
                    catchThrowableOfType(
                            KubernetesClientException.class, () -> apps.resource(live).update());

            assertThat(refusal).as(change.name()).isNotNull();
            assertThat(refusal.getMessage()).contains(change.expect(), change.path());
            apps.resource(live).delete();
        }
    }

    private static InputStream text(String yaml) {
        return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyGoldenCaseAndExampleIsAccepted(Sandbox sandbox) {
        for (var golden : GoldenCases.all()) {
            var app = golden.app();
            app.getMetadata().setNamespace(sandbox.namespace());
            assertThat(dryRun(sandbox.client(), app)).as(golden.name()).isNotNull();
        }
    }

    /**
     * The server stops at 10,000,000 units of CEL for an object, and at a tenth of that for a rule.
     */
    @Test
    void anObjectFilledToTheLimitsIsCheapEnough(Sandbox sandbox) throws IOException {
        var filled = Files.readString(Path.of("../crds/src/test/resources/filled.json"));

        assertThat(dryRun(sandbox.client(), sandbox.client().resource(filled).item())).isNotNull();
    }

    private static HasMetadata dryRun(KubernetesClient client, HasMetadata object) {
        return client.resource(object).dryRun().create();
    }
}
