package dev.patterned.operator.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of both modules; a test runs in its module's folder. */
class SourceFilesTest {
    private static final List<Path> MODULES = List.of(Path.of("../crds"), Path.of("../operator"));
    private static final int LONGEST = 300;

    @Test
    void noFileIsLong() throws IOException {
        for (var file : files("src", ".java", ".sh")) {
            assertThat(Files.readAllLines(file))
                    .as("%s: at most %d lines, or it is two things", file, LONGEST)
                    .hasSizeLessThanOrEqualTo(LONGEST);
        }
    }

    @Test
    void everyPackageSaysItsPurpose() throws IOException {
        for (var folder : folders("src/main/java")) {
            assertThat(folder.resolve("package-info.java"))
                    .exists()
                    .content()
                    .startsWith("/**\n")
                    .contains("@NullMarked");
        }
    }

    /** A test's package may be the one of what it tests, which has said its purpose already. */
    @Test
    void testPackagesOfTheirOwnSayTheirsToo() throws IOException {
        for (var folder : folders("src/test/java")) {
            var main = Path.of(folder.toString().replace("src/test/java", "src/main/java"));
            if (!Files.isDirectory(main)) {
                assertThat(folder.resolve("package-info.java"))
                        .exists()
                        .content()
                        .contains("@NullMarked");
            }
        }
    }

    private static List<Path> folders(String root) throws IOException {
        var folders =
                files(root, ".java").stream().map(SourceFilesTest::folder).distinct().toList();
        assertThat(folders).as("packages below %s", root).isNotEmpty();
        return folders;
    }

    private static Path folder(Path file) {
        return file.resolveSibling("");
    }

    private static List<Path> files(String root, String... endings) throws IOException {
        var all = Stream.<Path>empty();
        for (var module : MODULES) {
            all = Stream.concat(all, below(module.resolve(root)).stream());
        }
        return all.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith)).toList();
    }

    private static List<Path> below(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            return tree.sorted().toList();
        }
    }
}
