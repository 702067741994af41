package dev.patterned.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintCommandTest {
    @TempDir Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void acceptsWhatIsFine() throws IOException {
        var run = CommandRun.of("lint", "-f", file("web.yaml", Apps.plain("web")).toString());
        assertThat(run)
                .isEqualTo(
                        new CommandRun(
                                0, "1 app: 1 accepted, 0 refused (0 errors, 0 warnings)\n", ""));
    }

    @Test
    void saysEveryProblemOfEveryFileWithItsLine() throws IOException {
        var one = file("one.yaml", Apps.plain("one") + "  replica: 2\n  paused: \"true\"\n");
        var two = file("two.yml", Apps.refused("two"));
        var run = CommandRun.of("lint", "-f", one.toString(), two.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                one
                                                        + ":6: error: spec.replica: is no field: did you"
                                                        + " mean replicas? [UnknownField]"),
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                one
                                                        + ":7: error: spec.paused: must be true or false,"
                                                        + " but \"true\" is a text: take the quotes away"
                                                        + " [WrongType]"),
                        line ->
                                assertThat(line)
                                        .startsWith(
                                                two
                                                        + ":6: error: spec.logTailers[0].logDirectory:"),
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "2 apps: 0 accepted, 2 refused (3 errors, 0 warnings)"));
    }

    @Test
    void readsAFolderByNameAndLeavesOthersOut() throws IOException {
        file("b.yml", Apps.plain("b"));
        file("a.yaml", Apps.refused("a"));
        file("c.json", "{\"kind\": \"PatternedApp\"}");
        file("README.md", "no manifest");
        Files.createDirectory(folder.resolve("sub.yaml"));
        var run = CommandRun.of("lint", "-f", folder.toString(), "-o", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        var report = new ObjectMapper().readTree(run.out());
        assertThat(report.path("objects").findValuesAsText("file"))
                .containsExactly(
                        folder.resolve("a.yaml").toString(),
                        folder.resolve("b.yml").toString(),
                        folder.resolve("c.json").toString());
    }

    @Test
    void reportsForToolsAsJson() throws IOException {
        var run =
                CommandRun.withInput(
                        Apps.plain("web") + "  paused: 1\n", "lint", "-f", "-", "-o", "json");
        assertThat(run.exitCode()).isEqualTo(1);
        var mapper = new ObjectMapper();
        assertThat(mapper.readTree(run.out()))
                .isEqualTo(
                        mapper.readTree(
                                """
                                {"accepted": false, "objects": [{
                                  "file": "-", "line": 1, "object": "PatternedApp/web",
                                  "accepted": false,
                                  "problems": [{
                                    "severity": "error", "code": "WrongType", "path": "spec.paused",
                                    "message": "must be true or false, but 1 is a whole number",
                                    "line": 6}]}]}
                                """));
    }

    @Test
    void warningsDoNotRefuse() {
        var hasty =
                Apps.plain("web")
                        + """
                          workload: {deployment: {progressDeadlineSeconds: 10}}
                          dependencies: [{name: d, dns: {host: db}, timeout: 5m}]
                        """;
        var run = CommandRun.withInput(hasty, "lint", "-f", "-");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("-:6: warning: ", "1 accepted, 0 refused (0 errors, 1 warning)");
    }

    @Test
    void notesWhatItPassesOver() {
        var input = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n---\n" + Apps.plain("web");
        var run = CommandRun.withInput(input, "lint", "-f", "-");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("-:1: Secret/s passed over\n");
    }

    @Test
    void refusesAnAppThatComesTwice() {
        var run =
                CommandRun.withInput(
                        Apps.plain("web") + "---\n" + Apps.plain("web"), "lint", "-f", "-");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("-:9: error: metadata.name: \"web\" is also in -:1: rename one");
    }

    @Test
    void aMissingFileIsAMistakeOfUsage() {
        var run = CommandRun.of("lint", "-f", folder.resolve("none.yaml").toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo(
                        "patterned: there is no file or folder %s\n"
                                .formatted(folder.resolve("none.yaml")));
    }

    @Test
    void nothingToLookAtIsAMistakeOfUsage() {
        assertThat(CommandRun.withInput("", "lint", "-f", "-"))
                .isEqualTo(new CommandRun(2, "", "patterned: there is no PatternedApp in -\n"));
        assertThat(CommandRun.of("lint", "-f", folder.toString()).err())
                .contains("holds no .yaml, .yml, .json file");
        assertThat(CommandRun.of("lint").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("lint", "-f", "-", "-o", "xml").exitCode()).isEqualTo(2);
    }

    @Test
    void saysThatAFileIsNoText() throws IOException {
        var latin = folder.resolve("latin.yaml");
        Files.write(latin, "é".getBytes(StandardCharsets.ISO_8859_1));
        var run = CommandRun.of("lint", "-f", latin.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is not UTF-8 text");
    }
}
