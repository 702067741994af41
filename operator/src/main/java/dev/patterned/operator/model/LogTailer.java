package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Optional;

/**
 * Prints files of a log directory on its standard output.
 *
 * @param files names or globs relative to the directory
 * @param fromBeginning whether what is in a file already is printed too
 * @param filePrefix whether each line begins with its file's name
 */
public record LogTailer(
        String name,
        LogDirectory directory,
        List<String> files,
        boolean fromBeginning,
        boolean filePrefix,
        Optional<Rotation> rotation,
        String image,
        ResourceRequirements resources) {
    public LogTailer {
        files = List.copyOf(files);
    }

    /**
     * Copy and truncate above a size.
     *
     * @param maxBytes at least 1
     * @param keep rotated copies that stay, at least 0
     * @param user user id that may truncate main's files: main's own
     */
    public record Rotation(long maxBytes, int keep, long user) {}
}
