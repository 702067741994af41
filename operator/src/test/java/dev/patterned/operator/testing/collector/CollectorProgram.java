package dev.patterned.operator.testing.collector;

import dev.patterned.operator.controlplane.ConsoleProgress;
import dev.patterned.operator.controlplane.GoProgram;
import dev.patterned.operator.model.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The collector with the components that log adapters use. The contrib distribution has them too;
 * building that one takes an hour.
 */
public final class CollectorProgram {
    private static final String NAME = "otelcol-contrib";
    private static final List<String> RECIPE =
            List.of("go.mod", "go.sum", "main.go", "jsonlines/extension.go");

    private static @Nullable Path found;

    private CollectorProgram() {}

    /** Finds it in the cache, or builds it: a minute or so with the modules at hand. */
    public static synchronized Path find() {
        var known = found;
        if (known != null) {
            return known;
        }
        try {
            var made = findOrBuild();
            found = made;
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another recipe is another folder, so that branches do not take each other's. */
    private static Path findOrBuild() throws IOException, InterruptedException {
        var recipe = recipe();
        var platform = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
        var folder =
                "collector-%s-%s"
                        .formatted(
                                Hash.of(recipe.toString()).substring(0, 12),
                                platform.toLowerCase(Locale.ROOT));
        return GoProgram.findOrBuild(
                engines().resolve(folder), NAME, recipe, ConsoleProgress.standardError());
    }

    private static Path engines() {
        var caches =
                Objects.requireNonNullElseGet(
                        System.getenv("XDG_CACHE_HOME"),
                        () -> System.getProperty("user.home") + "/.cache");
        return Path.of(caches, "patterned", "engines").toAbsolutePath();
    }

    private static SortedMap<String, String> recipe() throws IOException {
        var recipe = new TreeMap<String, String>();
        for (var file : RECIPE) {
            var resource = "/dev/patterned/operator/testing/engines/collector/" + file + ".txt";
            try (var in = CollectorProgram.class.getResourceAsStream(resource)) {
                var text = Objects.requireNonNull(in, resource).readAllBytes();
                recipe.put(file, new String(text, StandardCharsets.UTF_8));
            }
        }
        return recipe;
    }
}
