package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Config files of main, and Pods that follow their configuration. */
@OnNode
class ConfigNodeTest {
    private static final String APP =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: web}
            spec:
              main:
                image: busybox:1.37
                command: [sh, -c, 'trap exit TERM; cat /etc/app.conf; ls /etc/passwd; echo $COLOR; sleep 3600 & wait']
                env: [{name: COLOR, valueFrom: {configMapKeyRef: {name: settings, key: color}}}]
                securityContext: {runAsUser: 4711, readOnlyRootFilesystem: true}
                files:
                - {path: /etc/app.conf, content: "one\\n"}
            """;

    @Test
    void mainReadsItsFilesAndAnEditOfThemOrOfAConfigMapReplacesThePods(NodeSandbox node) {
        settings(node, "blue");
        node.withOperator().apply(APP);
        var first = node.ready("web");
        assertThat(node.logs(first, "main")).isEqualTo("one\n/etc/passwd\nblue\n");

        node.apply(APP.replace("one", "two"));
        awaitPrinted(node, "two\n/etc/passwd\nblue\n");
        node.eventually("the old files go")
                .until(() ->
                        node.client().configMaps().list().getItems().stream()
                                        .filter(it ->
                                                it.getMetadata().getName().contains("-files-"))
                                        .count()
                                == 1);

        settings(node, "red");
        awaitPrinted(node, "two\n/etc/passwd\nred\n");
    }

    private static void awaitPrinted(NodeSandbox node, String text) {
        node.eventually(text).until(() -> node.logs(node.ready("web"), "main").equals(text));
    }

    private static void settings(NodeSandbox node, String color) {
        node.client()
                .resource(
                        new ConfigMapBuilder()
                                .withNewMetadata()
                                .withName("settings")
                                .endMetadata()
                                .withData(Map.of("color", color))
                                .build())
                .createOr(existing -> existing.update());
    }
}
