package dev.patterned.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenderCommandTest {
    private static CommandRun render(String input, String... more) {
        var arguments = new java.util.ArrayList<>(java.util.List.of("render", "-f", "-"));
        arguments.addAll(java.util.List.of(more));
        return CommandRun.withInput(input, arguments.toArray(String[]::new));
    }

    @Test
    void printsTheChildrenOfAllAppsInOrder() {
        var run = render(Apps.plain("web") + "---\n" + Apps.plain("api"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().filter(line -> line.matches("---|kind:.*|  name:.*")))
                .containsExactly(
                        "kind: Deployment",
                        "  name: web",
                        "---",
                        "kind: Deployment",
                        "  name: api");
    }

    @Test
    void isAlwaysTheSameText() {
        assertThat(render(Apps.plain("web"))).isEqualTo(render(Apps.plain("web")));
    }

    @Test
    void leavesAppsThatNameNoNamespaceToKubectl() {
        assertThat(render(Apps.plain("web")).out()).doesNotContain("namespace:");
        assertThat(render(Apps.plain("web"), "-n", "shop").out()).contains("  namespace: shop\n");
    }

    @Test
    void doesNotMoveAnAppThatNamesAnother() {
        var app = Apps.plain("web").replace("{name: web}", "{name: web, namespace: blog}");
        var run = render(app, "-n", "shop");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        "-:3: error: metadata.namespace: is \"blog\", but --namespace says \"shop\"");
    }

    @Test
    void printsNothingWhereOneAppIsRefused() {
        var run = render(Apps.plain("web") + "---\n" + Apps.refused("api"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains(
                        "-:12: error: spec.logTailers[0].logDirectory: ",
                        "2 apps: 1 accepted, 1 refused");
    }

    @Test
    void aServiceThatTwoAppsProvideComesOnce() {
        var dependency =
                """
                  dependencies:
                  - name: mydb
                    service: {name: mydb, port: 80, provide: {selector: {app: mydb}, targetPort: 9377}}
                """;
        var run = render(Apps.plain("a") + dependency + "---\n" + Apps.plain("b") + dependency);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().filter("kind: Service"::equals)).hasSize(1);
    }
}
