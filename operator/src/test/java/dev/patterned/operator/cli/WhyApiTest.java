package dev.patterned.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.config.OperatorConfig;
import dev.patterned.operator.reconcile.OperatorRunner;
import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ApiServer
class WhyApiTest {
    @TempDir private Path folder;
    private Path kubeconfig = Path.of("");

    @BeforeEach
    void writeKubeconfig(Sandbox sandbox) throws IOException {
        kubeconfig = folder.resolve("kubeconfig");
        Files.writeString(kubeconfig, sandbox.kubeconfig());
    }

    @Test
    void showsAnAppFromTheCluster(Sandbox sandbox) {
        var config =
                OperatorConfig.embedded()
                        .withNamespaces(new TreeSet<>(List.of(sandbox.namespace())));
        try (var _ = OperatorRunner.start(sandbox.client("patterned-operator"), config)) {
            create(sandbox, "web", "{replicas: 0, main: {image: httpd}}");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> why(sandbox, "web").out().contains("no report"));
        }
        var run = why(sandbox, "web");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("web is not ready: Deployment/web: no report on its newest template")
                .contains("PatternedApp/web in " + sandbox.namespace() + "  Progressing")
                .contains("Deployment/web  0 wanted, 0 ready");
        assertThat(why(sandbox, "web", "-o", "json").out())
                .contains("\"ready\" : false", "\"reason\" : \"Progressing\"");
    }

    @Test
    void anAppThatDoesNotExistIsWrongUsage(Sandbox sandbox) {
        create(sandbox, "web", "{main: {image: httpd}}");

        assertThat(why(sandbox, "wbe"))
                .isEqualTo(
                        new CommandRun(
                                2,
                                "",
                                "patterned: there is no PatternedApp \"wbe\" in namespace "
                                        + sandbox.namespace()
                                        + " (there is web)\n"));
    }

    @Test
    void aContextThatDoesNotExistIsWrongUsage(Sandbox sandbox) {
        assertThat(why(sandbox, "web", "--context", "nowhere"))
                .isEqualTo(
                        new CommandRun(
                                2,
                                "",
                                "patterned: there is no context \"nowhere\" in the kubeconfig\n"));
        assertThat(CommandRun.of("why", "web", "--kubeconfig", "/no/file"))
                .isEqualTo(new CommandRun(2, "", "patterned: there is no file /no/file\n"));
    }

    @Test
    void aClusterThatDoesNotAnswerIsAFailure() throws IOException {
        Files.writeString(
                kubeconfig,
                """
                apiVersion: v1
                kind: Config
                current-context: c
                contexts: [{name: c, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {server: 'http://127.0.0.1:1'}}]
                users: [{name: u, user: {}}]
                """);
        var run = CommandRun.of("why", "web", "--kubeconfig", kubeconfig.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("patterned: the cluster: ").doesNotContain("unexpected");
    }

    private CommandRun why(Sandbox sandbox, String app, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "why",
                                app,
                                "-n",
                                sandbox.namespace(),
                                "--kubeconfig",
                                kubeconfig.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private static void create(Sandbox sandbox, String name, String spec) {
        var yaml =
                """
                apiVersion: patterned.dev/v1alpha1
                kind: PatternedApp
                metadata: {name: %s}
                spec: %s
                """
                        .formatted(name, spec);
        sandbox.client()
                .resource(
                        sandbox.client()
                                .getKubernetesSerialization()
                                .unmarshal(yaml, PatternedApp.class))
                .create();
    }
}
