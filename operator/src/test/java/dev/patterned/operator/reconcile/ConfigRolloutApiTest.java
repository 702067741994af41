package dev.patterned.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.config.OperatorConfig;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.AuditedRequest;
import dev.patterned.operator.testing.Sandbox;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Pod template follows what the ConfigMaps of an app hold, and nothing else of them. */
@ApiServer
class ConfigRolloutApiTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anEditRollsOnceAndARestartOrAnotherKeyNever(int watched, Sandbox sandbox) {
        try (var scene = Scene.startWith(sandbox, watching(watched))) {
            config(scene, "settings", Map.of("color", "blue", "unread", "1"));
            scene.create(reading("web"));
            scene.awaitSeen("web");
            var before = version(scene);
            assertThat(before).isNotEmpty();
            scene.forget();

            config(scene, "settings", Map.of("color", "red", "unread", "1"));
            scene.awaitThat("another template", () -> !version(scene).equals(before));
            var after = version(scene);
            scene.forget();

            config(scene, "settings", Map.of("color", "red", "unread", "2"));
            config(scene, "unrelated", Map.of("color", "green"));
            annotate(scene, "settings");
            scene.restart();
            scene.awaitPasses(1);

            assertThat(version(scene)).isEqualTo(after);
            assertThat(scene.writes()).noneMatch(write -> write.resource().equals("deployments"));
        }
    }

    @Test
    void oneThatGoesAndComesBackChangesNothing(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            config(scene, "settings", Map.of("color", "blue"));
            scene.create(reading("web"));
            scene.awaitSeen("web");
            var before = version(scene);
            var passes = scene.passes();
            scene.forget();

            scene.client().configMaps().withName("settings").delete();
            scene.awaitPasses(passes + 1);
            config(scene, "settings", Map.of("color", "blue"));
            scene.awaitPasses(passes + 2);

            assertThat(version(scene)).isEqualTo(before).isNotEmpty();
            assertThat(scene.writes()).isEmpty();
        }
    }

    @Test
    void oneThatComesLateGivesTheTemplateItsVersion(Sandbox sandbox) {
        try (var scene = Scene.start(sandbox)) {
            scene.create(reading("web"));
            scene.awaitSeen("web");
            assertThat(version(scene)).isEmpty();

            config(scene, "settings", Map.of("color", "blue"));

            scene.awaitThat("a version", () -> !version(scene).isEmpty());
        }
    }

    @Test
    void secretsCountOnlyWhereTheAdministratorSaysSo(Sandbox sandbox) {
        secret(sandbox, "MTIzNA==");
        try (var scene = Scene.start(sandbox)) {
            scene.create(reading("web").replace("configMapKeyRef", "secretKeyRef"));
            scene.awaitSeen("web");
            assertThat(version(scene)).isEmpty();
            assertThat(scene.requests().stream().map(AuditedRequest::resource))
                    .doesNotContain("secrets");
        }
        try (var scene = Scene.startWith(sandbox, OperatorConfig::withWatchSecrets)) {
            scene.awaitThat("a version", () -> !version(scene).isEmpty());
            var before = version(scene);

            secret(sandbox, "NDMyMQ==");

            scene.awaitThat("another", () -> !version(scene).equals(before));
        }
    }

    private static UnaryOperator<OperatorConfig> watching(int namespaces) {
        return config -> {
            SortedSet<String> watched = new TreeSet<>(config.namespaces());
            if (namespaces > 1) {
                watched.add("kube-public");
            }
            return config.withNamespaces(watched);
        };
    }

    private static String reading(String name) {
        return Apps.web(name)
                .replace(
                        "image: httpd:2.4",
                        "image: httpd:2.4\n    env: [{name: COLOR, valueFrom: {configMapKeyRef:"
                                + " {name: settings, key: color}}}]");
    }

    private static String version(Scene scene) {
        var template =
                scene.client()
                        .apps()
                        .deployments()
                        .withName("web")
                        .require()
                        .getSpec()
                        .getTemplate();
        return template.getMetadata().getAnnotations().getOrDefault("patterned.dev/config", "");
    }

    private static void config(Scene scene, String name, Map<String, String> data) {
        scene.client()
                .resource(
                        new ConfigMapBuilder()
                                .withNewMetadata()
                                .withName(name)
                                .endMetadata()
                                .withData(data)
                                .build())
                .createOr(existing -> existing.update());
    }

    private static void annotate(Scene scene, String name) {
        scene.client()
                .configMaps()
                .withName(name)
                .edit(found ->
                        new ConfigMapBuilder(found)
                                .editMetadata()
                                .addToAnnotations("example.com/poke", "1")
                                .endMetadata()
                                .build());
    }

    private static void secret(Sandbox sandbox, String color) {
        sandbox.client()
                .resource(
                        new SecretBuilder()
                                .withNewMetadata()
                                .withName("settings")
                                .endMetadata()
                                .addToData("color", color)
                                .build())
                .createOr(existing -> existing.update());
    }
}
