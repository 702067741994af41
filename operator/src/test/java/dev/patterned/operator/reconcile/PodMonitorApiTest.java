package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.resources.PodMonitor;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.AuditedRequest;
import dev.patterned.operator.testing.PodMonitorKind;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A PodMonitor is a child like others, in a cluster that knows the kind, and no loss in others. */
@ApiServer
class PodMonitorApiTest {
    private static final String MONITOR = "\n      podMonitor: {interval: 30s, labels: {team: a}}";

    @Test
    void isMadeWithTheOtherChildrenWhereTheKindIsKnown(Sandbox sandbox) {
        try (var _ = PodMonitorKind.install(sandbox.client());
                var scene = Scene.start(sandbox)) {
            scene.create(app(MONITOR));
            scene.awaitSeen("web");

            var made = monitor(scene).require();
            assertThat(made.getMetadata().getLabels()).containsEntry("team", "a");
            assertThat(made.getSpec().selector().getMatchLabels())
                    .containsEntry("patterned.dev/app", "web");
            assertThat(made.getSpec().podMetricsEndpoints())
                    .containsExactly(Map.of("port", "metrics", "interval", "30s"));
            assertThat(writes(scene)).hasSize(4).contains("podmonitors");
            assertThat(accepted(scene)).isEqualTo("the spec is valid");
        }
    }

    @Test
    void nothingIsSentForItAgain(Sandbox sandbox) {
        try (var _ = PodMonitorKind.install(sandbox.client());
                var scene = Scene.start(sandbox)) {
            scene.create(app(MONITOR));
            scene.awaitSeen("web");
            scene.forget();

            scene.restart();
            scene.awaitPasses(1);
            monitor(scene).edit(PodMonitorApiTest::poke);
            scene.awaitPasses(2);

            assertThat(scene.writes()).isEmpty();
        }
    }

    @Test
    void comesWhenTheKindComes(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(app(MONITOR));
            scene.awaitSeen("web");
            assertThat(accepted(scene))
                    .contains("spec.adapters[0].metrics.podMonitor", "does not know the kind");
            assertThat(writes(scene))
                    .containsExactlyInAnyOrder("services", "deployments", "patternedapps/status");

            try (var _ = PodMonitorKind.install(sandbox.client())) {
                scene.awaitThat("the PodMonitor", () -> monitor(scene).get() != null);
                scene.awaitThat(
                        "the warning's end", () -> accepted(scene).equals("the spec is valid"));

                monitor(scene).delete();
                scene.awaitThat("it again: watched", () -> monitor(scene).get() != null);
            }
        }
    }

    @Test
    void aKindThatGoesTakesNothingElseWithIt(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            try (var _ = PodMonitorKind.install(sandbox.client())) {
                scene.create(app(MONITOR));
                scene.awaitThat("the PodMonitor", () -> monitor(scene).get() != null);
            }

            scene.awaitThat("the warning", () -> accepted(scene).contains("does not know"));
            assertThat(scene.condition("web", "Stalled")).isEqualTo("absent");
            assertThat(scene.readyReason("web")).isEqualTo("Progressing");
            assertThat(scene.get("/livez").statusCode()).isEqualTo(200);
            assertThat(scene.get("/readyz").statusCode()).isEqualTo(200);
            scene.forget();
            scene.awaitPasses(scene.passes() + 2);
            assertThat(scene.writes()).isEmpty();

            try (var _ = PodMonitorKind.install(sandbox.client())) {
                scene.awaitThat("it again", () -> monitor(scene).get() != null);
            }
        }
    }

    @Test
    void driftIsRepaired(Sandbox sandbox) {
        try (var _ = PodMonitorKind.install(sandbox.client());
                var scene = Scene.start(sandbox)) {
            scene.create(app(MONITOR));
            scene.awaitSeen("web");

            monitor(scene)
                    .edit(found -> {
                        found.setSpec(
                                new PodMonitor.Spec(
                                        found.getSpec().selector(),
                                        List.of(
                                                Map.of(
                                                        "port", "metrics",
                                                        "interval", "30s",
                                                        "path", "/other"))));
                        return found;
                    });

            scene.awaitThat(
                    "the endpoint as it was",
                    () ->
                            monitor(scene)
                                    .require()
                                    .getSpec()
                                    .podMetricsEndpoints()
                                    .equals(List.of(Map.of("port", "metrics", "interval", "30s"))));
        }
    }

    @Test
    void isPrunedWhenItIsSwitchedOffAlsoWhileNobodyLooked(Sandbox sandbox) {
        try (var _ = PodMonitorKind.install(sandbox.client());
                var scene = Scene.start(sandbox)) {
            scene.create(app(MONITOR));
            scene.awaitSeen("web");
            scene.replace(app(""));
            scene.awaitThat("the end of it", () -> monitor(scene).get() == null);

            scene.replace(app(MONITOR));
            scene.awaitThat("it again", () -> monitor(scene).get() != null);
            scene.whileStopped(() -> scene.replace(app("")));
            scene.awaitThat("the end of it", () -> monitor(scene).get() == null);
        }
    }

    private static PodMonitor poke(PodMonitor found) {
        found.getMetadata().getLabels().put("poked", "true");
        return found;
    }

    private static Resource<PodMonitor> monitor(Scene scene) {
        return scene.client().resources(PodMonitor.class).withName("web-metrics");
    }

    private static List<String> writes(Scene scene) {
        return scene.writes().stream().map(AuditedRequest::resource).toList();
    }

    private static String accepted(Scene scene) {
        return scene.app("web").getStatus().conditions().stream()
                .filter(it -> it.getType().equals("Accepted"))
                .map(it -> Objects.requireNonNullElse(it.getMessage(), ""))
                .findFirst()
                .orElse("absent");
    }

    private static String app(String monitor) {
        return Apps.web("web")
                + """
                  adapters:
                  - name: metrics
                    metrics:
                      source: {apache: {}}
                      port: 9117%s
                """
                        .formatted(monitor);
    }
}
