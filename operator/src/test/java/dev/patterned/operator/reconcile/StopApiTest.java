package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import dev.patterned.operator.validation.Validator;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a stop of the operator does to passes that run. */
@ApiServer
class StopApiTest {
    private static final Set<Thread.State> WAITING =
            Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    @Test
    void aPassThatRunsWhenTheOperatorStopsSendsNothingNew(Sandbox sandbox) throws Exception {
        var hold = new AtomicBoolean();
        var held = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var scene =
                Scene.start(
                        sandbox,
                        app -> {
                            if (hold.get()) {
                                held.countDown();
                                awaitQuietly(release);
                            }
                            return Validator.validate(app);
                        })) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");
            scene.forget();
            hold.set(true);
            scene.client()
                    .apps()
                    .deployments()
                    .withName("web")
                    .edit(found ->
                            new DeploymentBuilder(found)
                                    .editMetadata()
                                    .addToAnnotations("example.com/poke", "1")
                                    .endMetadata()
                                    .build());
            assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();

            var stop = Thread.ofPlatform().start(scene::stop);
            await("the stop waits").until(() -> WAITING.contains(stop.getState()));
            release.countDown();
            stop.join();

            assertThat(scene.writes()).isEmpty();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
