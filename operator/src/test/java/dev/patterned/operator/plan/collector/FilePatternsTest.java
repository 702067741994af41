package dev.patterned.operator.plan.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.model.LogAdapter.Format;
import dev.patterned.operator.testing.collector.LogAdapters;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Java's globs are the collector's in what is used here. */
class FilePatternsTest {
    @ParameterizedTest
    @CsvSource({
        "access.log, access.log",
        "access.log, access.log.1",
        "access.log, access.log-20261122",
        "access.log, access.log.old",
        "access.log, access-2026-11-22.log",
        "access.log, access.1.log",
        "error_log, error_log.1",
        "*.log, app.log.12",
        "nginx/*.log, nginx/access.log",
        "nginx/*.log, nginx/access.log.1",
    })
    void readsAFileUnderItsRotatedNames(String file, String name) {
        assertThat(read(file, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "access.log, access_ssl.log",
        "access.log, access.log.1.gz",
        "access.log, access.log-20261122.zst",
        "access.log, error.log",
        "*, access.log.bz2",
        "*.log*, access.log.gz",
        "nginx/*.log, access.log",
    })
    void readsNoOtherFileAndNoArchive(String file, String name) {
        assertThat(read(file, name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var/log/[x]", "/var/log/{a,b}", "/var/log/*", "/var/log/a?"})
    void takesTheDirectoryAsItIs(String directory) {
        var adapter =
                LogAdapters.reading(
                        Path.of(directory), new Format.Plain(Optional.empty()), "app.log");

        assertThat(matches(FilePatterns.include(adapter), directory + "/app.log")).isTrue();
        assertThat(matches(FilePatterns.include(adapter), "/var/log/ab/app.log")).isFalse();
    }

    private static boolean read(String file, String name) {
        var adapter =
                LogAdapters.reading(Path.of("/var/log"), new Format.Plain(Optional.empty()), file);
        var path = "/var/log/" + name;
        return matches(FilePatterns.include(adapter), path)
                && !matches(FilePatterns.exclude(adapter), path);
    }

    private static boolean matches(List<String> patterns, String path) {
        return patterns.stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .anyMatch(matcher -> matcher.matches(Path.of(path)));
    }
}
