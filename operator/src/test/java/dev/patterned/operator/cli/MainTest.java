package dev.patterned.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @Test
    void printsItsVersion() {
        var run = CommandRun.of("--version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("patterned ").contains("patterned.dev/v1alpha1");
    }

    @Test
    void withoutACommandSaysWhichThereAre() {
        var run = CommandRun.of();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("Which command?", "render", "lint", "dev", "crd", "operator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"render", "lint", "why", "dev", "crd", "operator"})
    void everyCommandHasHelp(String command) {
        var run = CommandRun.of(command, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: patterned " + command);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void suggestsACommand() {
        var run = CommandRun.of("rendr");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("patterned render");
    }

    @Test
    void printsTheCrd() {
        var run = CommandRun.of("crd");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("kind: CustomResourceDefinition", "name: patternedapps.patterned.dev");
    }
}
