package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Condition;
import org.junit.jupiter.api.Test;

@OnNode
class StatusNodeTest {

    @Test
    void readyNamesWhatTheKubeletComplainsOf(NodeSandbox node) {
        node.withOperator();
        node.apply(app("image", "image: 'registry.example/absent:1', imagePullPolicy: Never"));
        node.apply(
                app(
                        "crash",
                        "image: 'busybox:1.37', terminationMessagePolicy: FallbackToLogsOnError, command: [sh, -c, 'echo no luck >&2; exit 3']"));
        node.apply(
                app(
                        "config",
                        "image: 'busybox:1.37', envFrom: [{configMapRef: {name: settings}}]"));
        node.apply(app("program", "image: 'busybox:1.37', command: [/no/such/program]"));

        says(node, "image", "ImagePullBackOff", "registry.example/absent:1");
        says(node, "crash", "CrashLoop", "main fails with exit code 3: no luck");
        says(node, "config", "CreateContainerConfigError", "\"settings\" not found");
        says(node, "program", "ContainerCannotStart", "/no/such/program");
    }

    @Test
    void aHelpersRowNamesWhatIsWrongWithIt(NodeSandbox node) {
        node.withOperator()
                .apply(
                        """
                        apiVersion: patterned.dev/v1alpha1
                        kind: PatternedApp
                        metadata: {name: web}
                        spec:
                          main:
                            image: busybox:1.37
                            command: [sh, -c, "trap exit TERM; sleep 3600 & wait"]
                            logDirectories: [{name: log, path: /log}]
                          logTailers:
                          - {name: tail, logDirectory: log, files: ["*.log"], image: "127.0.0.1:1/shell:1"}
                        """);

        says(node, "web", "ImagePullBackOff", "127.0.0.1:1/shell:1");
        node.eventually("the helper's row")
                .untilAsserted(() -> {
                    var row = node.app("web").getStatus().helpers().getFirst();
                    assertThat(row.name()).isEqualTo("tail");
                    assertThat(row.reason()).isEqualTo("ImagePullBackOff");
                    assertThat(row.message()).contains("127.0.0.1:1/shell:1");
                });
    }

    private static void says(NodeSandbox node, String app, String reason, String message) {
        node.eventually(app + " says " + reason)
                .untilAsserted(() ->
                        assertThat(node.condition(app, "Ready"))
                                .get()
                                .returns("False", Condition::getStatus)
                                .returns(reason, Condition::getReason)
                                .extracting(Condition::getMessage)
                                .asString()
                                .contains(message));
    }

    private static String app(String name, String main) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: %s}
        spec:
          main: {%s}
        """
                .formatted(name, main);
    }
}
