package dev.patterned.operator.testing.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Programs of Debian's packages, unpacked into a folder instead of installed. Uses the machine's
 * own settings of apt, but lists in a place of its own: it needs no rights and changes nothing.
 */
final class DebianPackages {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private DebianPackages() {}

    /** Unpacks packages, and nothing that they depend on. */
    static void fetch(Path folder, List<String> packages) throws IOException {
        var state = Files.createDirectories(folder.resolve("apt/lists/partial")).getParent();
        Files.createDirectories(folder.resolve("apt/archives/partial"));
        var settings =
                List.of(
                        "-o", "Dir::State::Lists=" + state,
                        "-o", "Dir::Cache=" + folder.resolve("apt"),
                        "-o", "APT::Sandbox::User=");
        must(folder, words(List.of("apt-get", "-qq"), settings, List.of("update")));
        must(folder, words(List.of("apt-get", "-qq"), settings, List.of("download"), packages));
        try (var files = Files.newDirectoryStream(folder, "*.deb")) {
            for (var file : files) {
                must(folder, List.of("dpkg", "-x", file.toString(), folder.toString()));
                Files.delete(file);
            }
        }
    }

    /** Folders of unpacked libraries, for the loader. */
    static List<Path> libraries(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            return tree.filter(file -> file.getFileName().toString().contains(".so"))
                    .map(file -> file.resolveSibling(""))
                    .distinct()
                    .toList();
        }
    }

    @SafeVarargs
    private static List<String> words(List<String>... parts) {
        var words = new ArrayList<String>();
        Stream.of(parts).forEach(words::addAll);
        return words;
    }

    private static void must(Path folder, List<String> words) {
        var command = Command.run(folder, PATIENCE, words);
        if (command.exitCode() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + command.output().strip());
        }
    }
}
