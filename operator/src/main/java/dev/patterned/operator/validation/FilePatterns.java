package dev.patterned.operator.validation;

import dev.patterned.operator.validation.Subject.Located;
import java.util.List;

/** Names and globs of files, relative to a log directory. */
final class FilePatterns {
    private FilePatterns() {}

    static void check(Located<String> file, Problems problems) {
        var pattern = file.value();
        if (pattern.startsWith("/") || List.of(pattern.split("/", -1)).contains("..")) {
            problems.error(
                    "FileOutside",
                    file.path(),
                    "\"%s\" leaves the log directory: name files relative to it, without a leading '/' and without '..'"
                            .formatted(pattern));
        } else if (pattern.isBlank() || pattern.chars().anyMatch(Character::isISOControl)) {
            problems.error(
                    "FileInvalid",
                    file.path(),
                    "must be a file name or glob, without line breaks or control characters");
        }
    }
}
