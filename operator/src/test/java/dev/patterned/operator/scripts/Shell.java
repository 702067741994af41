package dev.patterned.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shell with its tools, under which a script runs.
 *
 * @param name for test reports
 * @param busyBox the binary, empty for the machine's own shell
 */
record Shell(String name, Optional<Path> busyBox) {
    /** More BusyBox binaries to test, separated like a path. */
    private static final String VARIABLE = "PATTERNED_BUSYBOX";

    /** All that the scripts may use, so that a missing one is noticed. */
    private static final List<String> APPLETS =
            List.of(
                    "sh",
                    "awk",
                    "cat",
                    "cp",
                    "cut",
                    "dd",
                    "head",
                    "mv",
                    "nc",
                    "nslookup",
                    "od",
                    "rm",
                    "sed",
                    "sleep",
                    "sort",
                    "stat",
                    "tail",
                    "timeout",
                    "true",
                    "tr",
                    "wc",
                    "wget");

    /** Links to tools stay for the next run. */
    private static final Path LINKS = Path.of("target", "tools").toAbsolutePath();

    /** Every BusyBox that is named or found, and the machine's own shell. */
    static Stream<Shell> all() {
        return Stream.concat(busyBoxes(), Stream.of(new Shell("sh", Optional.empty())));
    }

    /** Every BusyBox; one that reports itself as absent where there is none. */
    static Stream<Shell> busyBoxes() {
        var found = new LinkedHashSet<Path>();
        var named = Objects.requireNonNullElse(System.getenv(VARIABLE), "");
        Stream.of(named.split(File.pathSeparator))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .forEach(found::add);
        Stream.of(
                        Path.of("/bin/busybox"),
                        Path.of(System.getProperty("user.home"))
                                .resolve(".cache/one-node-cluster/busybox/busybox"))
                .filter(Files::isExecutable)
                .forEach(found::add);
        if (found.isEmpty()) {
            found.add(Path.of("/bin/busybox"));
        }
        return found.stream().map(path -> new Shell(path.toString(), Optional.of(path)));
    }

    /**
     * The command that runs {@code script} with nothing in its environment but PATH.
     *
     * @param first directories that come before the shell's own tools
     */
    ProcessBuilder command(Path script, Path... first) throws IOException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/fd")), "the scripts need Linux");
        var path = Stream.concat(Stream.of(first).map(Path::toString), Stream.of(tools()));
        var sh = busyBox.isEmpty() ? "sh" : Path.of(tools(), "sh").toString();
        var builder = new ProcessBuilder(sh, script.toString());
        builder.environment().clear();
        builder.environment().put("PATH", path.collect(Collectors.joining(File.pathSeparator)));
        return builder;
    }

    private String tools() throws IOException {
        if (busyBox.isEmpty()) {
            return System.getenv("PATH");
        }
        var binary = busyBox.get();
        assumeTrue(Files.isExecutable(binary), "no BusyBox at " + binary);
        return links(binary.toString().replace('/', '_'), binary, APPLETS).toString();
    }

    /**
     * A directory that holds {@code tool} alone; the test is skipped where the machine lacks it.
     */
    static Path only(String tool) throws IOException {
        var found =
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, tool))
                        .filter(Files::isExecutable)
                        .findFirst();
        assumeTrue(found.isPresent(), "no " + tool + " on this machine");
        return links("only-" + tool, found.get(), List.of(tool));
    }

    private static Path links(String directory, Path target, List<String> names)
            throws IOException {
        var made = Files.createDirectories(LINKS.resolve(directory));
        for (var name : names) {
            if (!Files.isSymbolicLink(made.resolve(name))) {
                Files.createSymbolicLink(made.resolve(name), target);
            }
        }
        return made;
    }

    /** The script as the operator ships it. */
    static Path script(String name) {
        var resource = Shell.class.getResource("/dev/patterned/operator/scripts/" + name);
        assertThat(resource).as(name).isNotNull();
        return Path.of(URI.create(Objects.requireNonNull(resource).toString()));
    }

    @Override
    public String toString() {
        return name;
    }
}
