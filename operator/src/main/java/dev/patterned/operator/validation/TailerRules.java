package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.LogDirectory;
import dev.patterned.api.v1alpha1.LogTailer;
import dev.patterned.api.v1alpha1.Rotation;
import dev.patterned.operator.validation.Subject.Located;
import java.util.Objects;

/** Log tailers: file patterns that stay inside their directory, and rotation that can work. */
final class TailerRules {
    private TailerRules() {}

    static void check(Subject subject, Problems problems) {
        for (var tailer : located("spec.logTailers", subject.spec().logTailers())) {
            for (var file : located(tailer.path() + ".files", tailer.value().files())) {
                FilePatterns.check(file, problems);
            }
            if (tailer.value().rotate() != null) {
                rotation(subject, tailer, tailer.value().rotate(), problems);
            }
        }
    }

    private static void rotation(
            Subject subject, Located<LogTailer> tailer, Rotation rotate, Problems problems) {
        var path = tailer.path() + ".rotate";
        if (MainIdentity.of(subject.spec()).user().isEmpty()) {
            problems.error(
                    "RotateNeedsUser",
                    path,
                    "only main's own user may truncate main's files, and nothing says who that is: set spec.main.securityContext.runAsUser (0 if the image runs as root)");
        }
        var maxSize = Quantities.bytes(rotate.maxSize());
        if (maxSize < 1) {
            problems.error(
                    "SizeInvalid", path + ".maxSize", "must be at least 1 byte, such as 10Mi");
            return;
        }
        subject.spec().main().logDirectories().stream()
                .filter(directory -> directory.name().equals(tailer.value().logDirectory()))
                .filter(directory -> directory.volume() == null)
                .findFirst()
                .ifPresent(directory -> fits(path, rotate, maxSize, directory, problems));
    }

    private static void fits(
            String path, Rotation rotate, long maxSize, LogDirectory directory, Problems problems) {
        var keep = Objects.requireNonNullElse(rotate.keep(), Defaults.ROTATE_KEEP);
        var limit = Defaults.sizeLimit(directory.sizeLimit());
        if (maxSize > Quantities.bytes(limit) / (keep + 1)) {
            problems.error(
                    "RotateTooLarge",
                    path + ".maxSize",
                    "%s for a file and %d copies is more than the sizeLimit %s of log directory \"%s\", at which the kubelet evicts the Pod: lower maxSize or keep, or raise sizeLimit"
                            .formatted(rotate.maxSize(), keep, limit, directory.name()));
        }
    }
}
