package dev.patterned.operator.resources;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ManifestsTest {
    private static ConfigMap configMap(String key, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("scripts")
                .endMetadata()
                .withData(Map.of(key, value))
                .build();
    }

    @Test
    void writesBlocksInOneOrder() {
        var labels = new LinkedHashMap<String, String>();
        labels.put("zebra", "1");
        labels.put("app", "web");
        var deployment =
                new DeploymentBuilder()
                        .withNewMetadata()
                        .withNamespace("default")
                        .withName("web")
                        .withLabels(labels)
                        .endMetadata()
                        .withNewSpec()
                        .withReplicas(2)
                        .withNewTemplate()
                        .withNewSpec()
                        .addNewContainer()
                        .withImage("httpd:2.4")
                        .withName("main")
                        .withCommand("sh", "-c", "exec httpd\n")
                        .withNewResources()
                        .addToLimits("memory", new Quantity("256Mi"))
                        .endResources()
                        .endContainer()
                        .addNewVolume()
                        .withName("logs")
                        .withNewEmptyDir()
                        .endEmptyDir()
                        .endVolume()
                        .endSpec()
                        .endTemplate()
                        .endSpec()
                        .build();

        assertThat(Manifests.toYaml(List.of(deployment, configMap("a", "b"))))
                .isEqualTo(
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata:
                          name: web
                          labels:
                            app: web
                            zebra: "1"
                          namespace: default
                        spec:
                          replicas: 2
                          template:
                            spec:
                              containers:
                              - name: main
                                command:
                                - sh
                                - "-c"
                                - |
                                  exec httpd
                                image: httpd:2.4
                                resources:
                                  limits:
                                    memory: 256Mi
                              volumes:
                              - name: logs
                                emptyDir: {}
                        ---
                        apiVersion: v1
                        kind: ConfigMap
                        metadata:
                          name: scripts
                        data:
                          a: b
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "y",
                "On",
                "NO",
                "null",
                "~",
                "1",
                "1.0",
                "-1",
                "+1",
                "1e3",
                "0x1F",
                "0o17",
                "1_000",
                "1:30",
                "2026-11-22",
                "2026-11-22T10:00:00Z",
                ".5",
                ".inf",
                "a: b",
                "a #b",
                "a:",
                "#a",
                "- a",
                "-",
                "&a",
                "*a",
                "!a",
                "|",
                ">",
                "%a",
                "@a",
                "`a`",
                "{a}",
                "[a]",
                "'a'",
                "\"a\"",
                "a ",
                "a\tb",
                "a\rb\n",
                "a\nb",
                "a\nb\n",
                "a\n\n\n",
                "\na",
                " a\nb",
                "a\n\n  b\n",
                "é\n☃",
                "\uD83D\uDE00\nx",
                "a\u2028b\nc",
                "\u0001",
                "x, y",
                "?",
                "? a",
                "<<",
                "=",
                "256Mi",
                "5m",
                "http://h:80/p?q=1#f",
                "$(X)",
                "trailing:\nx",
                "12e03",
                "0.0.0.0",
                "---",
                "...",
                "a\\b",
                "end\n---\nmore\n"
            })
    void readsBackAsItWas(String text) {
        var yaml = Manifests.toYaml(List.of(configMap("key", text)));
        var read = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        assertThat(read.get("data")).isEqualTo(Map.of("key", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "1.0", "a: b", "x y", "on", "0123", "tail -F"})
    void keysReadBackToo(String key) {
        var yaml = Manifests.toYaml(List.of(configMap(key, "v")));
        var read = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        assertThat(read.get("data")).isEqualTo(Map.of(key, "v"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "yes", "On", "off", "n", "0123", "1:30:00", "0b11", "2026-11-22"})
    void quotesWhatOlderYamlReadsOtherwise(String text) {
        assertThat(Manifests.toYaml(List.of(configMap("key", text))))
                .endsWith("key: \"" + text + "\"\n");
    }
}
