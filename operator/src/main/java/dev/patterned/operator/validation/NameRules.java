package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.Adapter;
import dev.patterned.api.v1alpha1.Ambassador;
import dev.patterned.api.v1alpha1.AppService;
import dev.patterned.api.v1alpha1.AppVolume;
import dev.patterned.api.v1alpha1.Dependency;
import dev.patterned.api.v1alpha1.InitContainer;
import dev.patterned.api.v1alpha1.LogTailer;
import dev.patterned.api.v1alpha1.Sidecar;
import dev.patterned.operator.validation.Subject.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Names: of the app, of containers, volumes and Services. */
final class NameRules {
    /** Names that begin so are the operator's. */
    static final String RESERVED_PREFIX = "patterned-";

    private static final String CLAIMS = "spec.workload.statefulSet.volumeClaimTemplates";

    /** Derived names add at most 22 characters, and a Pod's host name at most 63. */
    private static final int LONGEST_APP_NAME = 40;

    private static final Pattern APP_NAME = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");

    private NameRules() {}

    static void check(Subject subject, Problems problems) {
        appName(subject, problems);
        var containers = containers(subject);
        reserved(containers, problems);
        unique(
                containers,
                "NameTwice",
                "containers of one Pod, waits included, need different names; rename one",
                problems);
        var volumes =
                new ArrayList<>(named("spec.volumes", subject.spec().volumes(), AppVolume::name));
        volumes.addAll(
                named(CLAIMS, subject.claims(), claim -> claim.metadata().name()).stream()
                        .map(claim -> new Located<>(claim.path() + ".metadata", claim.value()))
                        .toList());
        reserved(volumes, problems);
        unique(volumes, "VolumeTwice", "rename one", problems);
        unique(
                named("spec.services", subject.spec().services(), AppService::name),
                "ServiceTwice",
                "merge their ports into one Service, or rename one",
                problems);
    }

    private static void appName(Subject subject, Problems problems) {
        var name = subject.name();
        if (name.length() > LONGEST_APP_NAME) {
            problems.error(
                    "NameTooLong",
                    "metadata.name",
                    "has %d characters; names derived from it stay valid up to %d: shorten it"
                            .formatted(name.length(), LONGEST_APP_NAME));
        }
        if (!APP_NAME.matcher(name).matches()) {
            problems.error(
                    "NameInvalid",
                    "metadata.name",
                    "\"%s\" must begin with a lower-case letter and hold only lower-case letters, digits and '-'"
                            .formatted(name));
        }
    }

    /** Names of all containers of the Pod, waits included. */
    static List<String> containerNames(Subject subject) {
        return containers(subject).stream().map(Located::value).toList();
    }

    private static List<Located<String>> containers(Subject subject) {
        var spec = subject.spec();
        var all = new ArrayList<Located<String>>();
        all.add(new Located<>("spec.main", subject.mainName()));
        all.addAll(named("spec.logTailers", spec.logTailers(), LogTailer::name));
        all.addAll(named("spec.ambassadors", spec.ambassadors(), Ambassador::name));
        all.addAll(named("spec.adapters", spec.adapters(), Adapter::name));
        all.addAll(named("spec.sidecars", spec.sidecars(), Sidecar::name));
        all.addAll(named("spec.initContainers", spec.initContainers(), InitContainer::name));
        all.addAll(named("spec.dependencies", spec.dependencies(), Dependency::name));
        return all;
    }

    private static void reserved(List<Located<String>> names, Problems problems) {
        for (var name : names) {
            if (name.value().startsWith(RESERVED_PREFIX)) {
                problems.error(
                        "NameReserved",
                        name.path() + ".name",
                        "\"%s\": names that begin with %s are the operator's; choose another"
                                .formatted(name.value(), RESERVED_PREFIX));
            }
        }
    }

    /** Reports every name that stands a second time, with the place of the first. */
    static void unique(List<Located<String>> names, String code, String fix, Problems problems) {
        var first = new HashMap<String, String>();
        for (var name : names) {
            var other = first.putIfAbsent(name.value(), name.path());
            if (other != null) {
                problems.error(
                        code,
                        name.path() + ".name",
                        "\"%s\" is also the name of %s: %s".formatted(name.value(), other, fix));
            }
        }
    }

    static <T> List<Located<String>> named(String path, List<T> values, Function<T, String> name) {
        return located(path, values).stream()
                .map(value -> new Located<>(value.path(), name.apply(value.value())))
                .toList();
    }
}
