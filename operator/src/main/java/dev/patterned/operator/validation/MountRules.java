package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.CustomAdapter;
import dev.patterned.api.v1alpha1.CustomAmbassador;
import dev.patterned.api.v1alpha1.InitContainer;
import dev.patterned.api.v1alpha1.LogDirectory;
import dev.patterned.api.v1alpha1.MainContainer;
import dev.patterned.api.v1alpha1.Sidecar;
import dev.patterned.api.v1alpha1.UserContainer;
import dev.patterned.operator.validation.Subject.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** One path is mounted once in a container, also when one of the two has a trailing slash. */
final class MountRules {
    private MountRules() {}

    static void check(Subject subject, Problems problems) {
        for (var container : subject.containers()) {
            twice(mounts(subject, container), problems);
        }
    }

    private static void twice(List<Located<String>> mounts, Problems problems) {
        var first = new HashMap<String, String>();
        for (var mount : mounts) {
            var other =
                    first.putIfAbsent(Defaults.withoutTrailingSlash(mount.value()), mount.path());
            if (other != null) {
                problems.error(
                        "MountTwice",
                        mount.path(),
                        "%s is mounted by %s already: give one of them another path"
                                .formatted(mount.value(), other));
            }
        }
    }

    private static List<Located<String>> mounts(Subject subject, Located<UserContainer> container) {
        var mounts = new ArrayList<Located<String>>();
        for (var mount :
                located(container.path() + ".volumeMounts", container.value().volumeMounts())) {
            mounts.add(new Located<>(mount.path() + ".mountPath", mount.value().getMountPath()));
        }
        mounts.addAll(logDirectories(subject, container));
        return mounts;
    }

    private static List<Located<String>> logDirectories(
            Subject subject, Located<UserContainer> container) {
        var path = container.path() + ".logDirectories";
        return switch (container.value()) {
            case MainContainer main ->
                    Stream.concat(
                                    located(path, main.logDirectories()).stream()
                                            .map(each ->
                                                    new Located<>(
                                                            each.path() + ".path",
                                                            each.value().path())),
                                    located(container.path() + ".files", main.files()).stream()
                                            .map(each ->
                                                    new Located<>(
                                                            each.path() + ".path",
                                                            each.value().path())))
                            .toList();
            case CustomAdapter adapter ->
                    resolved(subject, located(path, adapter.logDirectories()));
            case Sidecar sidecar -> resolved(subject, located(path, sidecar.logDirectories()));
            case CustomAmbassador custom ->
                    resolved(subject, located(path, custom.logDirectories()));
            case InitContainer task -> resolved(subject, located(path, task.logDirectories()));
            default -> throw new IllegalStateException(container.value().getClass().getName());
        };
    }

    /**
     * Paths of the directories that are named; a name that leads nowhere is another rule's finding.
     */
    private static List<Located<String>> resolved(Subject subject, List<Located<String>> names) {
        var paths = new ArrayList<Located<String>>();
        for (var name : names) {
            subject.spec().main().logDirectories().stream()
                    .filter(directory -> directory.name().equals(name.value()))
                    .map(LogDirectory::path)
                    .findFirst()
                    .ifPresent(path -> paths.add(new Located<>(name.path(), path)));
        }
        return paths;
    }
}
