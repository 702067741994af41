package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.LogDirectory;
import java.util.List;

/** Log directories of main: names, and what one of them may say. */
final class LogDirectoryRules {
    private static final String PATH = "spec.main.logDirectories";

    private LogDirectoryRules() {}

    static void check(Subject subject, Problems problems) {
        var directories = subject.spec().main().logDirectories();
        NameRules.unique(
                NameRules.named(PATH, directories, LogDirectory::name),
                "LogDirectoryTwice",
                "rename one",
                problems);
        for (var directory : located(PATH, directories)) {
            storage(directory.path(), directory.value(), problems);
            if (List.of(directory.value().path().split("/")).contains("..")) {
                problems.error(
                        "PathInvalid",
                        directory.path() + ".path",
                        "\"%s\" holds '..': write the directory itself"
                                .formatted(directory.value().path()));
            }
        }
    }

    private static void storage(String path, LogDirectory directory, Problems problems) {
        if (directory.volume() != null
                && (directory.sizeLimit() != null || directory.medium() != null)) {
            problems.error(
                    "ExactlyOne",
                    path + ".volume",
                    "uses volume \"%s\", but sizeLimit and medium belong to a directory of its own: leave out one or the other"
                            .formatted(directory.volume()));
        }
        var limit = directory.sizeLimit();
        if (limit != null && Quantities.bytes(limit) <= 0) {
            problems.error(
                    "SizeInvalid",
                    path + ".sizeLimit",
                    "must be above zero, such as " + Defaults.SIZE_LIMIT);
        }
    }
}
