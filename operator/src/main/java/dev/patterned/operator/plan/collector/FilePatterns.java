package dev.patterned.operator.plan.collector;

import dev.patterned.operator.model.LogAdapter;
import java.util.ArrayList;
import java.util.List;
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
    private static final List<String> COMPRESSED =
            List.of("7z", "Z", "br", "bz2", "gz", "lz4", "lzma", "xz", "zip", "zst");

    private FilePatterns() {}

    static List<String> include(LogAdapter adapter) {
        return adapter.files().stream()
                .flatMap(file -> names(file).map(name -> in(adapter, name)))
                .distinct()
                .sorted()
                .toList();
    }

    static List<String> exclude(LogAdapter adapter) {
        return adapter.files().stream()
                .flatMap(file -> COMPRESSED.stream().flatMap(ending -> archives(file, ending)))
                .map(name -> in(adapter, name))
                .distinct()
                .sorted()
                .toList();
    }

    /** A file and what rotation makes of its name: {@code .1}, {@code -20261122}, {@code .old}. */
    private static Stream<String> names(String file) {
        var names = new ArrayList<String>(List.of(file));
        names.add(file + ".[0-9]*");
        names.add(file + "[-_][0-9]*");
        names.add(file + ".old");
        var dot = file.lastIndexOf('.');
        var slash = file.lastIndexOf('/');
        if (dot > slash + 1) {
            names.add(file.substring(0, dot) + "[-._][0-9]*" + file.substring(dot));
        }
        return names.stream();
    }

    private static Stream<String> archives(String file, String ending) {
        return Stream.of(file + "." + ending, file + "[-._]*." + ending);
    }

    /** The directory is a name, the files are patterns. */
    private static String in(LogAdapter adapter, String pattern) {
        var directory = GLOB.matcher(adapter.directory().path()).replaceAll("\\\\$0");
        return directory + "/" + pattern;
    }
}
