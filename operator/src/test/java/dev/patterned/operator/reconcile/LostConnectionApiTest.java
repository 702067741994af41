package dev.patterned.operator.reconcile;

import static org.awaitility.Awaitility.await;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import dev.patterned.operator.testing.SilentPath;
import io.fabric8.kubernetes.client.Config;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Connections that nobody closes and that carry nothing any more. */
@ApiServer
class LostConnectionApiTest {
    /** A ping after 15 s at the latest, its answer missing 15 s later, and a new start. */
    private static final Duration FOUND_OUT = Duration.ofSeconds(45);

    @Test
    void isFoundOutSoonAndNothingIsMissed(Sandbox sandbox) {
        var server = URI.create(Config.fromKubeconfig(sandbox.kubeconfig()).getMasterUrl());
        try (var path = new SilentPath(server);
                var scene = Scene.startBy(sandbox, path)) {
            scene.create(Apps.web("web"));
            scene.awaitSeen("web");

            path.lose();
            scene.client().services().withName("web").delete();
            scene.create(Apps.web("later"));

            await("the lost Service and the new app")
                    .atMost(FOUND_OUT)
                    .until(() ->
                            scene.client().services().withName("web").get() != null
                                    && scene.app("later").getStatus() != null);
        }
    }
}
