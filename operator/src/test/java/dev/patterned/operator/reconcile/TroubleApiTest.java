package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.AuditedRequest;
import dev.patterned.operator.testing.Sandbox;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Trouble that is not the app's: it is said, it holds up nobody else, and it passes. */
@ApiServer
class TroubleApiTest {

    @Test
    void anAppThatTheOperatorFailsOverIsIsolated(Sandbox sandbox) {
        var failure = new AtomicReference<@Nullable Throwable>(new StackOverflowError("too deep"));
        try (var scene = Scene.start(sandbox, app -> failingOver("broken", failure, app))) {
            scene.create(Apps.web("broken"));
            scene.awaitThat(
                    "InternalError", () -> scene.readyReason("broken").equals("InternalError"));
            assertThat(scene.readyMessage("broken"))
                    .contains("StackOverflowError: too deep")
                    .contains("defect of the operator");
            assertThat(scene.condition("broken", "Accepted")).isEqualTo("Unknown");
            assertThat(scene.condition("broken", "Stalled")).isEqualTo("absent");

            var others = IntStream.range(0, 10).mapToObj(number -> "fine-" + number).toList();
            others.forEach(name -> scene.create(Apps.web(name)));
            others.forEach(scene::awaitSeen);

            // Said once, however often it is tried.
            assertThat(scene.writes().stream().filter(it -> it.name().equals("broken")))
                    .hasToString("[patch patternedapps/status broken (200)]");

            failure.set(null);
            scene.awaitThat("recovery", () -> scene.condition("broken", "Accepted").equals("True"));
            assertThat(scene.client().apps().deployments().withName("broken").get()).isNotNull();
        }
    }

    @Test
    void whatRanKeepsRunningWhileTheOperatorFailsOverIt(Sandbox sandbox) {
        var failure = new AtomicReference<@Nullable Throwable>();
        try (var scene = Scene.start(sandbox, app -> failingOver("web", failure, app))) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");
            var before = scene.app("web").getStatus();

            failure.set(new IllegalStateException("no idea"));
            scene.replace(Apps.waiting("web", "db").replace("httpd:2.4", "httpd:2.4.66"));
            scene.awaitThat(
                    "InternalError", () -> scene.readyReason("web").equals("InternalError"));

            var after = scene.app("web").getStatus();
            assertThat(after.dependencies()).isEqualTo(before.dependencies());
            assertThat(after.selector()).isEqualTo(before.selector());
            assertThat(scene.client().services().withName("db").get()).isNotNull();
            assertThat(scene.client().apps().deployments().withName("web").get()).isNotNull();
        }
    }

    private static Verdict failingOver(
            String name, AtomicReference<@Nullable Throwable> failure, PatternedApp app) {
        switch (app.getMetadata().getName().equals(name) ? failure.get() : null) {
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case null, default -> {}
        }
        return Validator.validate(app);
    }

    @Test
    void aTerminatingNamespaceIsSaidAndNotStormed(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(Apps.waiting("web", "db"));
            scene.awaitSeen("web");
            // No controller of namespaces runs here: it stays, and its children go as told.
            scene.client().namespaces().withName(sandbox.namespace()).delete();
            scene.forget();

            scene.client().services().withName("db").delete();
            scene.awaitThat(
                    "NamespaceTerminating",
                    () -> scene.readyReason("web").equals("NamespaceTerminating"));
            var begin = Instant.now();
            scene.awaitThat("two more looks", () -> refused(scene, "db") >= 3);

            assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Scene.LOOK_AGAIN);
            assertThat(scene.writes().stream().filter(it -> it.code() < 400))
                    .hasToString("[patch patternedapps/status web (200)]");
        }
    }

    private static long refused(Scene scene, String name) {
        return scene.writes().stream()
                .filter(it -> it.code() == 403 && it.name().equals(name))
                .count();
    }

    @Test
    void aRightThatIsTakenAwayIsSaidAndUsedAgainWhenItIsBack(Sandbox sandbox) {
        var grants = Grants.all(sandbox);
        try (var scene = Scene.startAs(sandbox, grants.user())) {
            scene.create(Apps.web("web"));
            scene.awaitSeen("web");

            grants.only(right -> !right.resource().equals("services") || isRead(right.verb()));
            scene.client().services().withName("web").delete();
            scene.awaitThat("Forbidden", () -> scene.readyReason("web").equals("Forbidden"));
            assertThat(scene.readyMessage("web")).contains("Service/web", "403", grants.user());

            grants.only(_ -> true);
            scene.awaitThat(
                    "Service", () -> scene.client().services().withName("web").get() != null);
            scene.awaitThat("no more trouble", () -> !scene.readyReason("web").equals("Forbidden"));
        }
    }

    private static boolean isRead(String verb) {
        return Set.of("list", "watch").contains(verb);
    }

    @Test
    void aForeignObjectThatMayNotBeLookedAtHoldsUpNoOtherChild(Sandbox sandbox) {
        var grants = Grants.all(sandbox);
        sandbox.client()
                .services()
                .resource(
                        new ServiceBuilder()
                                .withNewMetadata()
                                .withName("web")
                                .endMetadata()
                                .withNewSpec()
                                .addNewPort()
                                .withPort(80)
                                .endPort()
                                .endSpec()
                                .build())
                .create();
        try (var scene = Scene.startAs(sandbox, grants.user())) {
            grants.only(
                    right -> !right.resource().equals("services") || !right.verb().equals("get"));
            scene.create(Apps.web("web"));
            scene.awaitThat("Forbidden", () -> scene.readyReason("web").equals("Forbidden"));

            assertThat(scene.client().apps().deployments().withName("web").get()).isNotNull();
        }
    }

    @Test
    void aStatusThatMayNotBeWrittenIsWrittenOnceItMay(Sandbox sandbox) {
        var grants = Grants.all(sandbox);
        try (var scene = Scene.startAs(sandbox, grants.user())) {
            grants.only(right -> !right.subresource().equals("status"));
            scene.create(Apps.web("web"));
            scene.awaitThat("a refused status", () -> statuses(scene) >= 2);
            assertThat(scene.client().apps().deployments().withName("web").get()).isNotNull();
            // Nothing but the status is tried again: the children are as they should be.
            assertThat(scene.writes().stream().filter(it -> it.resource().equals("services")))
                    .hasSize(1);

            grants.only(_ -> true);
            scene.awaitSeen("web");
        }
    }

    private static long statuses(Scene scene) {
        return scene.writes().stream()
                .map(AuditedRequest::resource)
                .filter("patternedapps/status"::equals)
                .count();
    }

    @Test
    void aQuotaOnCountsOfObjectsIsSaidForEveryKind(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            count(scene, "0");
            scene.create(Apps.waiting("web", "db"));
            scene.awaitThat(
                    "QuotaExceeded", () -> scene.readyReason("web").equals("QuotaExceeded"));
            assertThat(scene.readyMessage("web")).contains("exceeded quota: none");
            assertThat(scene.client().apps().deployments().list().getItems()).isEmpty();

            count(scene, "10");
            scene.awaitThat(
                    "all children",
                    () ->
                            scene.client().apps().deployments().list().getItems().size() == 1
                                    && scene.client().services().list().getItems().size() == 2);
            scene.awaitThat(
                    "no more trouble", () -> !scene.readyReason("web").equals("QuotaExceeded"));
        }
    }

    /** No controller runs that would fill in the status, which is what admission goes by. */
    private static void count(Scene scene, String most) {
        var hard =
                Map.of(
                        "count/services", new Quantity(most),
                        "count/configmaps", new Quantity(most),
                        "count/deployments.apps", new Quantity(most));
        var none =
                Map.of(
                        "count/services", new Quantity("0"),
                        "count/configmaps", new Quantity("0"),
                        "count/deployments.apps", new Quantity("0"));
        var quota =
                new ResourceQuotaBuilder()
                        .withNewMetadata()
                        .withName("none")
                        .endMetadata()
                        .withNewSpec()
                        .withHard(hard)
                        .endSpec()
                        .build();
        scene.client().resource(quota).serverSideApply();
        scene.client()
                .resourceQuotas()
                .withName("none")
                .editStatus(found ->
                        found.edit()
                                .withNewStatus()
                                .withHard(hard)
                                .withUsed(none)
                                .endStatus()
                                .build());
    }
}
