package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.AppVolume;
import dev.patterned.api.v1alpha1.ClaimTemplate;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.PodTemplate;
import dev.patterned.api.v1alpha1.UserContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules look at.
 *
 * @param containers main and the containers that the user wrote, with the path of each
 */
record Subject(
        String name,
        String namespace,
        PatternedAppSpec spec,
        List<Located<UserContainer>> containers) {

    /** Something and where it stands. */
    record Located<T>(String path, T value) {}

    static Subject of(String name, String namespace, PatternedAppSpec spec) {
        return new Subject(name, namespace, spec, containers(spec));
    }

    /** Main and every container that the user wrote. */
    static List<Located<UserContainer>> containers(PatternedAppSpec spec) {
        var containers = new ArrayList<Located<UserContainer>>();
        containers.add(new Located<>("spec.main", spec.main()));
        for (var adapter : located("spec.adapters", spec.adapters())) {
            var custom = adapter.value().custom();
            if (custom != null) {
                containers.add(new Located<>(adapter.path() + ".custom", custom));
            }
        }
        containers.addAll(located("spec.sidecars", spec.sidecars()));
        containers.addAll(located("spec.initContainers", spec.initContainers()));
        for (var ambassador : located("spec.ambassadors", spec.ambassadors())) {
            var custom = ambassador.value().custom();
            if (custom != null) {
                containers.add(new Located<>(ambassador.path() + ".custom", custom));
            }
        }
        return List.copyOf(containers);
    }

    static <T> List<Located<T>> located(String path, List<? extends T> values) {
        var all = new ArrayList<Located<T>>();
        for (var index = 0; index < values.size(); index++) {
            all.add(new Located<>(path + "[" + index + "]", values.get(index)));
        }
        return all;
    }

    /** The claims that each Pod of a StatefulSet has for itself. */
    List<ClaimTemplate> claims() {
        var workload = spec.workload();
        return workload == null || workload.statefulSet() == null
                ? List.of()
                : workload.statefulSet().volumeClaimTemplates();
    }

    /** What containers may mount. */
    List<String> volumeNames() {
        return Stream.concat(
                        spec.volumes().stream().map(AppVolume::name),
                        claims().stream().map(claim -> claim.metadata().name()))
                .toList();
    }

    @Nullable PodTemplate podTemplate() {
        return spec.podTemplate();
    }

    String mainName() {
        return Defaults.mainName(spec.main());
    }
}
