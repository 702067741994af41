package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.AppFile;
import dev.patterned.api.v1alpha1.LogDirectory;
import dev.patterned.operator.validation.Subject.Located;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Config files of main: each has a place of its own, and together they fit into a ConfigMap. */
final class FileRules {
    private static final String PATH = "spec.main.files";

    /**
     * Far below the 1 MiB of an object, in which they stand twice: in the app and its ConfigMap.
     */
    private static final int MOST_CHARACTERS = 65_536;

    private static final Pattern UNCLEAN = Pattern.compile("/[.]{0,2}(/|$)");

    private FileRules() {}

    static void check(Subject subject, Problems problems) {
        var files = located(PATH, subject.spec().main().files());
        for (var file : files) {
            clean(file, problems);
        }
        nested(subject, files, problems);
        var characters = files.stream().mapToLong(file -> length(file.value())).sum();
        if (characters > MOST_CHARACTERS) {
            problems.error(
                    "FilesTooLarge",
                    PATH,
                    "have %d characters together, %d are allowed: put what is large into a ConfigMap or an image volume"
                            .formatted(characters, MOST_CHARACTERS));
        }
    }

    private static int length(AppFile file) {
        return file.content().codePointCount(0, file.content().length());
    }

    private static void clean(Located<AppFile> file, Problems problems) {
        if (UNCLEAN.matcher(file.value().path()).find()) {
            problems.error(
                    "PathInvalid",
                    file.path() + ".path",
                    "\"%s\" is no clean path: write the absolute path of one file, without //, ., .. and a slash at its end"
                            .formatted(file.value().path()));
        }
    }

    /**
     * A file below a mount would have to be made inside the volume: that fails where the volume is
     * read-only and leaves an empty file behind where it is not.
     */
    private static void nested(Subject subject, List<Located<AppFile>> files, Problems problems) {
        var mounts = mounts(subject);
        for (var file : files) {
            for (var mount : mounts) {
                inside(
                        file,
                        mount,
                        "put the file into that volume, or choose another path",
                        problems);
            }
            for (var other : files) {
                if (other.equals(file)) {
                    continue;
                }
                inside(
                        file,
                        new Located<>(other.path() + ".path", other.value().path()),
                        "a file has no files in it; choose another path",
                        problems);
            }
        }
    }

    private static void inside(
            Located<AppFile> file, Located<String> outer, String fix, Problems problems) {
        var directory = Defaults.withoutTrailingSlash(outer.value()) + "/";
        if (file.value().path().startsWith(directory)) {
            problems.error(
                    "FileInsideMount",
                    file.path() + ".path",
                    "\"%s\" is inside %s, which is mounted by %s: %s"
                            .formatted(file.value().path(), outer.value(), outer.path(), fix));
        }
    }

    private static List<Located<String>> mounts(Subject subject) {
        var main = subject.spec().main();
        var mounts = new ArrayList<Located<String>>();
        for (Located<VolumeMount> mount : located("spec.main.volumeMounts", main.volumeMounts())) {
            mounts.add(new Located<>(mount.path() + ".mountPath", mount.value().getMountPath()));
        }
        for (Located<LogDirectory> directory :
                located("spec.main.logDirectories", main.logDirectories())) {
            mounts.add(new Located<>(directory.path() + ".path", directory.value().path()));
        }
        return mounts;
    }
}
