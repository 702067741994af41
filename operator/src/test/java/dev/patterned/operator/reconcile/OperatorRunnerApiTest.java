package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.config.LeaderElection;
import dev.patterned.operator.config.OperatorConfig;
import dev.patterned.operator.health.CannotStartException;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The operator around the passes. */
@ApiServer
class OperatorRunnerApiTest {

    @Test
    void servesProbesAndMetrics(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.web("web"));
            scene.awaitSeen("web");

            assertThat(scene.get("/livez").statusCode()).isEqualTo(200);
            assertThat(scene.get("/readyz").statusCode()).isEqualTo(200);
            assertThat(scene.get("/elsewhere").statusCode()).isEqualTo(404);
            assertThat(scene.metrics())
                    .contains("patterned_reconciliations_execution_duration_seconds_bucket")
                    .contains("patterned_children_total{kind=\"Service\",outcome=\"Applied\"} 1.0")
                    .contains("patterned_status_writes_total 1.0")
                    .contains("jvm_memory_used_bytes")
                    .doesNotContain("\"web\"");
        }
    }

    @Test
    void runsBesideAnotherOneInTheSameProcess(Sandbox sandbox) {
        try (var one = OperatorRunner.start(sandbox.client(), Scene.config(sandbox));
                var other = OperatorRunner.start(sandbox.client(), Scene.config(sandbox))) {
            assertThat(one.httpPort()).isNotEqualTo(other.httpPort());
        }
        // The client is still open.
        assertThat(sandbox.client().services().list().getItems()).isEmpty();
    }

    @Test
    void looksAfterEachOfSeveralNamespaces(Sandbox sandbox) {
        var other =
                sandbox.client()
                        .resource(
                                new NamespaceBuilder()
                                        .withNewMetadata()
                                        .withGenerateName("operator-runner-other-")
                                        .endMetadata()
                                        .build())
                        .create()
                        .getMetadata()
                        .getName();
        var both = List.of(sandbox.namespace(), other);
        var config = Scene.config(sandbox).withNamespaces(new TreeSet<>(both));
        try (var first = OperatorRunner.start(sandbox.client(), config)) {
            assertThat(first.httpPort()).isPositive();
            both.forEach(namespace -> create(sandbox, namespace));
            both.forEach(namespace -> awaitService(sandbox, namespace));
        }
        // This one finds apps and children at its start, and must keep those of both in its caches.
        try (var second = OperatorRunner.start(sandbox.client(), config)) {
            assertThat(second.httpPort()).isPositive();
            for (var namespace : both) {
                sandbox.client().services().inNamespace(namespace).withName("web").delete();
                awaitService(sandbox, namespace);
            }
        } finally {
            sandbox.client().resources(PatternedApp.class).inNamespace(other).delete();
        }
    }

    private static void create(Sandbox sandbox, String namespace) {
        var client = sandbox.client();
        var app =
                client.getKubernetesSerialization().unmarshal(Apps.web("web"), PatternedApp.class);
        client.resource(app).inNamespace(namespace).create();
    }

    private static void awaitService(Sandbox sandbox, String namespace) {
        var service = sandbox.client().services().inNamespace(namespace).withName("web");
        await().until(() -> service.get() != null);
    }

    @Test
    void aPortThatIsTakenIsSaid(Sandbox sandbox) {
        try (var first = OperatorRunner.start(sandbox.client(), Scene.config(sandbox))) {
            var taken = first.httpPort();
            var config = Scene.config(sandbox);
            var second =
                    new OperatorConfig(
                            config.namespaces(),
                            config.leaderElection(),
                            config.httpHost(),
                            taken,
                            config.workers(),
                            config.lookAgain(),
                            config.stopTimeout(),
                            config.watchSecrets(),
                            config.logFormat(),
                            config.logLevel());
            assertThatExceptionOfType(CannotStartException.class)
                    .isThrownBy(() -> OperatorRunner.start(sandbox.client(), second))
                    .withMessageContaining(String.valueOf(taken));
        }
    }

    @Test
    void theNextLeaderTakesOverAtOnceWhenOneStops(Sandbox sandbox) {
        var fatal = new CopyOnWriteArrayList<String>();
        var first = OperatorRunner.start(sandbox.client(), elected(sandbox, "one"), fatal::add);
        await().until(() -> holder(sandbox).equals("one"));
        try (var second =
                OperatorRunner.start(sandbox.client(), elected(sandbox, "two"), fatal::add)) {
            first.close();
            // Far below the 15 s that a Lease lasts.
            await().atMost(Duration.ofSeconds(8)).until(() -> holder(sandbox).equals("two"));
            create(sandbox, sandbox.namespace());
            awaitService(sandbox, sandbox.namespace());
            assertThat(second.httpPort()).isPositive();
        }
        assertThat(holder(sandbox)).isEmpty();
        assertThat(fatal).isEmpty();
    }

    @Test
    void whoLosesTheLeaseIsTold(Sandbox sandbox) {
        var fatal = new CopyOnWriteArrayList<String>();
        try (var leader =
                OperatorRunner.start(sandbox.client(), elected(sandbox, "one"), fatal::add)) {
            await().until(() -> holder(sandbox).equals("one"));

            sandbox.client()
                    .leases()
                    .withName("operators")
                    .edit(lease -> {
                        lease.getSpec().setHolderIdentity("usurper");
                        return lease;
                    });

            await().atMost(Duration.ofSeconds(15)).until(() -> !fatal.isEmpty());
            assertThat(fatal).containsOnly("Leadership was lost");
            assertThat(leader.httpPort()).isPositive();
        }
        assertThat(holder(sandbox)).isEqualTo("usurper");
    }

    private static OperatorConfig elected(Sandbox sandbox, String identity) {
        return Scene.config(sandbox)
                .withLeaderElection(new LeaderElection(sandbox.namespace(), "operators", identity));
    }

    private static String holder(Sandbox sandbox) {
        var leases = sandbox.client().leases().list().getItems();
        return List.copyOf(leases).stream()
                .map(lease -> lease.getSpec().getHolderIdentity())
                .map(String::valueOf)
                .findFirst()
                .orElse("nobody");
    }
}
