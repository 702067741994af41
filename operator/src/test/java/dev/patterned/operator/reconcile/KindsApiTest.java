package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.AuditedRequest;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is special about a kind, as far as it needs no node. */
@ApiServer
class KindsApiTest {
    private static final String APP =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: work}
            spec:
              workload: WORKLOAD
              main:
                image: busybox:1.37
                env: [{name: MODE, value: fast}]
            """;

    @Test
    void aJobThatCannotBecomeWhatIsWantedStaysAndTheFieldIsNamedOnce(Sandbox sandbox) {
        var job = APP.replace("WORKLOAD", "{kind: Job}");
        try (var scene = Scene.start(sandbox)) {
            scene.create(job);
            scene.awaitSeen("work");
            scene.forget();

            scene.replace(job.replace("    env: [{name: MODE, value: fast}]\n", ""));
            scene.awaitThat("stalled", () -> scene.condition("work", "Stalled").equals("True"));

            assertThat(scene.readyReason("work")).isEqualTo("ImmutableFieldChange");
            assertThat(message(scene))
                    .contains("containers[name=main].env[name=MODE]", "kubectl delete job/work");
            poke(scene);
            assertThat(scene.writes()).extracting(AuditedRequest::resource).doesNotContain("jobs");

            scene.replace(job);
            scene.awaitThat("goes on", () -> scene.condition("work", "Stalled").equals("absent"));
        }
    }

    @Test
    void theWayOutOfAJobThatCannotChangeIsToDeleteIt(Sandbox sandbox) {
        var job = APP.replace("WORKLOAD", "{kind: Job}");
        try (var scene = Scene.start(sandbox)) {
            scene.create(job);
            scene.awaitSeen("work");
            scene.replace(job.replace("fast", "slow"));
            scene.awaitThat("stalled", () -> scene.condition("work", "Stalled").equals("True"));

            scene.client().batch().v1().jobs().withName("work").delete();

            scene.awaitThat("made anew", () -> mode(scene).equals("slow"));
        }
    }

    @Test
    void aPodTakesAnotherImageInItsPlace(Sandbox sandbox) {
        var pod = APP.replace("WORKLOAD", "{kind: Pod}");
        try (var scene = Scene.start(sandbox)) {
            scene.create(pod);
            scene.awaitSeen("work");
            var before = scene.client().pods().withName("work").require();

            scene.replace(pod.replace("busybox:1.37", "busybox:1.38"));
            scene.awaitThat(
                    "image",
                    () ->
                            main(scene.client().pods().withName("work").require().getSpec())
                                    .getImage()
                                    .equals("busybox:1.38"));

            var after = scene.client().pods().withName("work").require();
            assertThat(after.getMetadata().getUid()).isEqualTo(before.getMetadata().getUid());
            assertThat(scene.condition("work", "Stalled")).isEqualTo("absent");
        }
    }

    @Test
    void aStatefulSetIsScaledAndAKindWithoutReplicasIsNot(Sandbox sandbox) {
        var options = Map.of("CronJob", ", cronJob: {schedule: '0 0 1 1 *'}");
        try (var scene = Scene.start(sandbox)) {
            for (var kind : List.of("StatefulSet", "DaemonSet", "Job", "CronJob", "Pod")) {
                var name = kind.toLowerCase(Locale.ROOT);
                var workload = "{kind: %s%s}".formatted(kind, options.getOrDefault(kind, ""));
                scene.create(
                        APP.replace("WORKLOAD", workload).replace("name: work", "name: " + name));
                var app = scene.client().resources(PatternedApp.class).withName(name);
                if (kind.equals("StatefulSet")) {
                    app.scale(3);
                    continue;
                }
                assertThatThrownBy(() -> app.scale(3))
                        .as(kind)
                        .isInstanceOf(KubernetesClientException.class)
                        .hasMessageContaining(
                                "only a Deployment or a StatefulSet can have another number than 1");
            }
            scene.awaitThat("three", () -> replicas(scene) == 3);
        }
    }

    /** Events are all that a CronJob's controller says of a Job that it cannot create. */
    @Test
    void aJobThatACronJobCannotCreateIsSaidUntilOneIsThere(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(
                    APP.replace("WORKLOAD", "{kind: CronJob, cronJob: {schedule: '0 4 * * *'}}"));
            scene.awaitThat("ready", () -> scene.readyReason("work").equals("Ready"));
            var cron = scene.client().batch().v1().cronjobs().withName("work").require();
            var event = scene.client().resource(refusal(cron)).create();

            scene.awaitThat("said", () -> scene.readyReason("work").equals("JobCreationFailed"));
            assertThat(scene.readyMessage("work"))
                    .isEqualTo(
                            "CronJob/work: Jobs cannot be created: exceeded quota: none, requested: count/jobs.batch=1");

            scene.client().resource(event).delete();
            scene.awaitThat("ready", () -> scene.readyReason("work").equals("Ready"));
        }
    }

    /** As Kubernetes' own controllers write it, in the older API. */
    private static Event refusal(CronJob cron) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new EventBuilder()
                .withNewMetadata()
                .withName("work.1")
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(cron.getApiVersion())
                .withKind(cron.getKind())
                .withNamespace(cron.getMetadata().getNamespace())
                .withName(cron.getMetadata().getName())
                .withUid(cron.getMetadata().getUid())
                .endInvolvedObject()
                .withType("Warning")
                .withReason("FailedCreate")
                .withMessage(
                        "Error creating job: jobs.batch \"work-29384123\" is forbidden: exceeded quota: none, requested: count/jobs.batch=1")
                .withFirstTimestamp(now)
                .withLastTimestamp(now)
                .withCount(1)
                .build();
    }

    private static int replicas(Scene scene) {
        var sets = scene.client().apps().statefulSets();
        return sets.withName("statefulset").require().getSpec().getReplicas();
    }

    private static String mode(Scene scene) {
        var job = scene.client().batch().v1().jobs().withName("work").require();
        return main(job.getSpec().getTemplate().getSpec()).getEnv().getFirst().getValue();
    }

    private static Container main(PodSpec pod) {
        return pod.getContainers().getFirst();
    }

    private static String message(Scene scene) {
        return scene.app("work").getStatus().conditions().stream()
                .filter(condition -> condition.getType().equals("Stalled"))
                .findFirst()
                .orElseThrow()
                .getMessage();
    }

    /** An annotation of somebody else is an event, and so a pass. */
    private static void poke(Scene scene) {
        var before = scene.passes();
        scene.client()
                .batch()
                .v1()
                .jobs()
                .withName("work")
                .patch(
                        PatchContext.of(PatchType.JSON_MERGE),
                        "{\"metadata\":{\"annotations\":{\"example.com/poke\":\"1\"}}}");
        scene.awaitPasses(before + 1);
    }
}
