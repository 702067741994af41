package dev.patterned.operator.plan.collector;

import dev.patterned.operator.model.LogAdapter;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files are read. A pattern that forgets a file's rotated name loses what was written to it
 * between the last look and the rotation; the collector knows a renamed file by its first bytes and
 * reads on where it was.
 */
final class FilePatterns {
    private static final Pattern GLOB = Pattern.compile("[\\\\*?\\[\\]{}]");

    /** Read as text, they would be noise; what is in them was read before they were compressed. */
    private static final String COMPRESSED = "{7z,Z,br,bz2,gz,lz4,lzma,xz,zip,zst}";

    private FilePatterns() {}

    static List<String> include(LogAdapter adapter) {
        return in(adapter, FilePatterns::names);
    }

    static List<String> exclude(LogAdapter adapter) {
        return in(
                adapter, file -> Stream.of(file + "." + COMPRESSED, file + "[-._]*." + COMPRESSED));
    }

    /** A file and what rotation makes of its name: {@code .1}, {@code -20261122}, {@code .old}. */
    private static Stream<String> names(String file) {
        var appended = Stream.of(file, file + "[-._][0-9]*", file + ".old");
        var dot = file.lastIndexOf('.');
        return dot > file.lastIndexOf('/') + 1
                ? Stream.concat(
                        appended,
                        Stream.of(file.substring(0, dot) + "[-._][0-9]*" + file.substring(dot)))
                : appended;
    }

    /** The directory is a name, the files are patterns. */
    private static List<String> in(LogAdapter adapter, Function<String, Stream<String>> patterns) {
        var directory = GLOB.matcher(adapter.directory().path()).replaceAll("\\\\$0");
        return adapter.files().stream()
                .flatMap(patterns)
                .map(pattern -> directory + "/" + pattern)
                .distinct()
                .sorted()
                .toList();
    }
}
