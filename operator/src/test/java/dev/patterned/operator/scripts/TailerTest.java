package dev.patterned.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.patterned.operator.scripts.Shell#all")
class TailerTest {
    private final TailerBench bench;

    TailerTest(Shell shell, @TempDir Path directory) throws IOException {
        bench = new TailerBench(shell, directory);
    }

    @Test
    void printsFilesFromTheFirstLineAlsoThoseThatComeLater() throws IOException {
        bench.append("a.log", "first\nsecond\n");
        try (var tailer = bench.start("*.log", "*/*.log")) {
            tailer.awaitLines("first", "second");
            bench.append("later.log", "later\n");
            tailer.awaitLines("first", "second", "later");
            bench.append("nginx/access.log", "in a folder\n");
            tailer.awaitLines("first", "second", "later", "in a folder");
            bench.append("a.log", "third\n");
            tailer.awaitLines("first", "second", "later", "in a folder", "third");
            assertThat(tailer.errors()).isEmpty();
        }
    }

    @Test
    void theEndIsWhereAFileEndsAtTheStart() throws IOException {
        bench.append("old.log", "old\nbegun and ");
        try (var tailer = bench.start(Map.of("READ_FROM", "end"), "*.log")) {
            tailer.awaitLines();
            bench.append("new.log", "all\nof it\n");
            tailer.awaitLines("all", "of it");
            bench.append("old.log", "finished\n");
            tailer.awaitLines("all", "of it", "begun and finished");
        }
    }

    @Test
    void namesAreDataAndNeverRun() throws IOException {
        var hostile = "a b;$(touch pwned) `touch pwned`'\"\\&%s.log";
        bench.append(hostile, "$(touch pwned) \\n 100% & 'line'\n");
        bench.append("two\nlines.log", "text\n");
        try (var tailer = bench.start(Map.of("PREFIX", "file"), "*.log", "$(touch pwned)*")) {
            tailer.awaitLines(
                    hostile + ": $(touch pwned) \\n 100% & 'line'", "two?lines.log: text");
            assertThat(tailer.terminate()).isZero();
        }
        assertThat(bench.everything()).noneMatch(path -> path.endsWith("pwned"));
    }

    @Test
    void aFileWithTwoNamesIsPrintedOnce() throws IOException {
        bench.append("a.log", "once\n");
        Files.createSymbolicLink(bench.log("current.log"), bench.log("a.log"));
        try (var tailer = bench.start("*.log", "a.log")) {
            tailer.awaitLines("once");
            bench.append("a.log", "again\n");
            tailer.awaitLines("once", "again");
        }
    }

    @Test
    void linesAreNeverTornOrMixed() throws IOException {
        try (var tailer = bench.start("*.log")) {
            bench.append("a.log", "whole\nhalf a ");
            bench.append("b.log", "another file\n");
            tailer.awaitLines("whole", "another file");
            bench.append("a.log", "line\n\n");
            tailer.awaitLines("whole", "another file", "half a line", "");
        }
    }

    @ParameterizedTest
    @CsvSource({"none, ''", "file, 'a.log: '"})
    void printsAnyBytes(String prefix, String label) throws IOException {
        var longLine = "x".repeat(70_000);
        bench.append("a.log", "caf\u00c3\u00a9 \u00ff\t\u001b[0m\n" + longLine + "\n \\t-n\n");
        try (var tailer = bench.start(Map.of("PREFIX", prefix), "*.log")) {
            tailer.awaitLines(
                    label + "caf\u00c3\u00a9 \u00ff\t\u001b[0m",
                    label + longLine,
                    label + " \\t-n");
        }
    }

    @Test
    void aRenamedFileIsReadToItsEndAndSoIsItsSuccessor() throws IOException {
        bench.append("a.log", "one\n");
        try (var tailer = bench.start("*.log")) {
            tailer.awaitLines("one");
            tailer.betweenRounds(() -> {
                bench.append("a.log", "two\n");
                Files.move(bench.log("a.log"), bench.log("a.log.1"));
                bench.append("a.log.1", "three\n");
                bench.append("a.log", "four\n");
            });
            tailer.awaitLines("one", "two", "three", "four");
            bench.append("a.log.1", "its writer was slow\n");
            tailer.awaitLines("one", "two", "three", "four", "its writer was slow");
        }
    }

    @Test
    void aDeletedFileIsReadToItsEnd() throws IOException {
        bench.append("a.log", "one\n");
        try (var tailer = bench.start("*.log")) {
            tailer.awaitLines("one");
            tailer.betweenRounds(() -> {
                bench.append("a.log", "two\n");
                bench.append("a.log.1.gz", "compressed\n");
                Files.delete(bench.log("a.log"));
                bench.append("a.log", "three\n");
            });
            tailer.awaitLines("one", "two", "three");
        }
    }

    @Test
    void rotationsFasterThanItsRoundsLoseNothing() throws IOException {
        bench.append("a.log.1", "of yesterday\n");
        bench.makeOld("a.log.1");
        bench.append("a.log", "0\n");
        try (var tailer = bench.start("a.log")) {
            tailer.awaitLines("0");
            tailer.betweenRounds(() -> {
                for (var i = 1; i <= 5; i++) {
                    bench.append("a.log", i + "\n");
                    bench.rename("a.log", 6);
                }
                bench.append("a.log", "6\n");
            });
            tailer.awaitLines("0", "1", "2", "3", "4", "5", "6");
        }
    }

    @Test
    void aTruncatedFileIsReadFromItsBeginning() throws IOException {
        bench.append("a.log", "one\ntwo\n");
        try (var tailer = bench.start("*.log")) {
            tailer.awaitLines("one", "two");
            bench.truncate("a.log");
            bench.append("a.log", "3\n");
            tailer.awaitLines("one", "two", "3");
        }
    }

    @Test
    void whatCameJustBeforeATruncationIsReadFromTheCopy() throws IOException {
        bench.append("a.log", "one\n");
        try (var tailer = bench.start("*.log")) {
            tailer.awaitLines("one");
            tailer.betweenRounds(() -> {
                bench.append("a.log", "two\nthree\n");
                Files.copy(bench.log("a.log"), bench.log("a.log.1"));
                bench.truncate("a.log");
                bench.append("a.log", "4\n");
            });
            tailer.awaitLines("one", "two", "three", "4");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 3"})
    void rotatesWithoutLosingOrRepeatingALine(String keep, int files) throws IOException {
        var rotation = Map.of("ROTATE_BYTES", "1000", "ROTATE_KEEP", keep);
        try (var tailer = bench.start(rotation, "*")) {
            for (var batch = 0; batch < 4; batch++) {
                bench.append("a.log", numbers(batch * 100, 100) + "half of ");
                bench.awaitSize("a.log", 0);
                bench.append("a.log", "a line\n");
            }
            tailer.awaitText("399\nhalf of a line\n");
            var expected =
                    IntStream.range(0, 4)
                            .mapToObj(batch -> numbers(batch * 100, 100) + "half of a line\n")
                            .collect(Collectors.joining());
            assertThat(tailer.text()).isEqualTo(expected);
            assertThat(bench.logs()).hasSize(files);
            assertThat(tailer.errors()).isEmpty();
        }
        if (files > 1) {
            assertThat(bench.log("a.log.1")).content().endsWith("399\nhalf of ");
        }
    }

    @Test
    void aWriterThatDoesNotAppendIsNotRotatedTwice() throws IOException {
        try (var tailer = bench.start(Map.of("ROTATE_BYTES", "1000"), "*.log");
                var writer = bench.seeking("a.log")) {
            writer.writeBytes(numbers(0, 100));
            bench.awaitSize("a.log", 0);
            writer.writeBytes(numbers(100, 100));
            tailer.awaitText("does not append").awaitText("\nline 0000000199\n");
            assertThat(tailer.text()).isEqualTo(numbers(0, 200));
        }
    }

    @Test
    void aFileThatMayNotBeWrittenIsPrintedButNotRotated() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may write everything");
        bench.append("a.log", numbers(0, 100));
        assertThat(bench.log("a.log").toFile().setReadOnly()).isTrue();
        try (var tailer = bench.start(Map.of("ROTATE_BYTES", "1000"), "*.log")) {
            tailer.awaitText("not rotated, not writable").awaitText("\nline 0000000099\n");
        }
    }

    @Test
    void sigtermPrintsAllThatIsWrittenAlsoAnUnfinishedLine() throws IOException {
        bench.append("a.log", "one\n");
        try (var tailer = bench.start(Map.of("IDLE_SECONDS", "60"), "*.log")) {
            tailer.awaitLines("one");
            bench.append("a.log", numbers(0, 20_000) + "unfinished");
            bench.append("b.log", "late");

            assertThat(tailer.terminate()).isZero();

            assertThat(tailer.text())
                    .isEqualTo("one\n" + numbers(0, 20_000) + "unfinished\nlate\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FILES, ''",
        "PREFIX, path",
        "READ_FROM, middle",
        "ROTATE_BYTES, 1k",
        "ROTATE_KEEP, $(id)",
        "IDLE_SECONDS, 1;id",
        "ROTATE_BYTES, 99999999999999999999"
    })
    void refusesBadValues(String variable, String value) throws IOException {
        try (var tailer = bench.start(Map.of(variable, value), "*.log")) {
            assertThat(tailer.exitCode()).isEqualTo(2);
            assertThat(tailer.errors()).startsWith("tailer: " + variable).hasLineCount(1);
        }
    }

    private static String numbers(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj("line %010d\n"::formatted)
                .collect(Collectors.joining());
    }
}
