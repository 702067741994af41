package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.Adapter;
import dev.patterned.api.v1alpha1.LogDirectory;
import dev.patterned.api.v1alpha1.Outbound;
import dev.patterned.operator.validation.Subject.Located;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Names that must lead somewhere: log directories, volumes. */
final class ReferenceRules {
    private ReferenceRules() {}

    static void check(Subject subject, Problems problems) {
        listeners(subject, problems);
        logDirectories(subject, problems);
        volumes(subject, problems);
    }

    private static void logDirectories(Subject subject, Problems problems) {
        var known =
                subject.spec().main().logDirectories().stream().map(LogDirectory::name).toList();
        var references = new ArrayList<Located<String>>();
        for (var tailer : located("spec.logTailers", subject.spec().logTailers())) {
            references.add(
                    new Located<>(tailer.path() + ".logDirectory", tailer.value().logDirectory()));
        }
        for (var adapter : located("spec.adapters", subject.spec().adapters())) {
            references.addAll(directories(adapter));
        }
        for (var sidecar : located("spec.sidecars", subject.spec().sidecars())) {
            references.addAll(
                    located(sidecar.path() + ".logDirectories", sidecar.value().logDirectories()));
        }
        for (var task : located("spec.initContainers", subject.spec().initContainers())) {
            references.addAll(
                    located(task.path() + ".logDirectories", task.value().logDirectories()));
        }
        for (var ambassador : located("spec.ambassadors", subject.spec().ambassadors())) {
            var custom = ambassador.value().custom();
            if (custom != null) {
                references.addAll(
                        located(
                                ambassador.path() + ".custom.logDirectories",
                                custom.logDirectories()));
            }
        }
        for (var reference : references) {
            mustExist(
                    reference, known, "LogDirectoryUnknown", "spec.main.logDirectories", problems);
        }
    }

    private static void listeners(Subject subject, Problems problems) {
        var known =
                subject.spec().ambassadors().stream()
                        .flatMap(ambassador -> ambassador.outbound().stream())
                        .map(Outbound::name)
                        .toList();
        for (var dependency : located("spec.dependencies", subject.spec().dependencies())) {
            var outbound = dependency.value().outbound();
            if (outbound != null) {
                mustExist(
                        new Located<>(dependency.path() + ".outbound.name", outbound.name()),
                        known,
                        "OutboundUnknown",
                        "the outbound listeners of spec.ambassadors",
                        problems);
            }
        }
    }

    private static List<Located<String>> directories(Located<Adapter> adapter) {
        var logs = adapter.value().logs();
        var custom = adapter.value().custom();
        var references = new ArrayList<Located<String>>();
        if (logs != null) {
            references.add(
                    new Located<>(adapter.path() + ".logs.logDirectory", logs.logDirectory()));
        }
        if (custom != null) {
            references.addAll(
                    located(adapter.path() + ".custom.logDirectories", custom.logDirectories()));
        }
        return references;
    }

    private static void volumes(Subject subject, Problems problems) {
        var known = subject.volumeNames();
        for (var container : subject.containers()) {
            for (var mount :
                    located(container.path() + ".volumeMounts", container.value().volumeMounts())) {
                mustExist(
                        new Located<>(mount.path() + ".name", mount.value().getName()),
                        known,
                        "VolumeUnknown",
                        "spec.volumes",
                        problems);
            }
        }
        for (var directory :
                located("spec.main.logDirectories", subject.spec().main().logDirectories())) {
            var volume = directory.value().volume();
            if (volume != null) {
                mustExist(
                        new Located<>(directory.path() + ".volume", volume),
                        known,
                        "VolumeUnknown",
                        "spec.volumes",
                        problems);
            }
        }
    }

    static void mustExist(
            Located<String> reference,
            Collection<String> known,
            String code,
            String where,
            Problems problems) {
        if (known.contains(reference.value())) {
            return;
        }
        problems.error(
                code,
                reference.path(),
                "\"%s\" is not in %s %s%s"
                        .formatted(
                                reference.value(),
                                where,
                                Suggestion.of(known),
                                Suggestion.nearest(reference.value(), known)
                                        .map(near -> ": did you mean \"" + near + "\"?")
                                        .orElse(": add it there, or name another")));
    }
}
