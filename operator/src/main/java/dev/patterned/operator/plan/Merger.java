package dev.patterned.operator.plan;

import dev.patterned.operator.model.App;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds contributions up. Validation has refused what a user can get wrong, so a clash here is a
 * mistake between two contributors: it is an error that names both, never a silent overwrite.
 */
final class Merger {
    private static final String USER = "the app's own spec";

    private Merger() {}

    static PodPlan merge(App app, List<Contribution> contributions) {
        return new PodPlan(
                main(app, contributions),
                initContainers(app, contributions),
                volumes(app, contributions),
                configs(contributions));
    }

    private static Container main(App app, List<Contribution> contributions) {
        var container = app.main().container();
        var owners = new HashMap<String, String>();
        var mounts = new ArrayList<VolumeMount>(container.getVolumeMounts());
        mounts.forEach(mount -> owners.put(mount.getMountPath(), USER));
        for (var contribution : contributions) {
            for (var mount : contribution.mainMounts()) {
                claim(owners, mount.getMountPath(), contribution.owner(), "mount path in main");
                mounts.add(mount);
            }
        }
        var mounted = new ContainerBuilder(container).withVolumeMounts(mounts).build();
        return injected(MainProbes.routed(app, mounted), variables(contributions));
    }

    /** One list for all containers; a variable that two helpers set is a clash. */
    private static List<EnvVar> variables(List<Contribution> contributions) {
        var variables = new ArrayList<EnvVar>();
        var owners = new HashMap<String, String>();
        for (var contribution : contributions) {
            for (var variable : contribution.variables()) {
                claim(owners, variable.getName(), contribution.owner(), "variable");
                variables.add(variable);
            }
        }
        return variables;
    }

    /** First, so that the user's own values can refer to them as {@code $(NAME)}. */
    private static Container injected(Container container, List<EnvVar> variables) {
        if (variables.isEmpty()) {
            return container;
        }
        var all = new ArrayList<>(variables);
        all.addAll(container.getEnv());
        return new ContainerBuilder(container).withEnv(all).build();
    }

    private static List<Container> initContainers(App app, List<Contribution> contributions) {
        var owners = new HashMap<>(Map.of(app.main().name(), USER));
        var placed = new ArrayList<Contribution.Placed>();
        for (var contribution : contributions) {
            for (var each : contribution.placed()) {
                claim(owners, each.container().getName(), contribution.owner(), "container name");
                placed.add(each);
            }
        }
        // Stable: inside a stage the order of the spec stays.
        placed.sort(Comparator.comparing(Contribution.Placed::stage));
        var variables = variables(contributions);
        return placed.stream()
                .map(each ->
                        each.takesVariables()
                                ? injected(each.container(), variables)
                                : each.container())
                .toList();
    }

    /** Helpers share some volumes; two different ones of one name are a clash. */
    private static List<Volume> volumes(App app, List<Contribution> contributions) {
        var volumes = new LinkedHashMap<String, Volume>();
        var owners = new HashMap<String, String>();
        for (var volume : app.volumes()) {
            volumes.put(volume.getName(), volume);
            owners.put(volume.getName(), USER);
        }
        for (var contribution : contributions) {
            for (var volume : contribution.volumes()) {
                if (volume.equals(volumes.get(volume.getName()))) {
                    continue;
                }
                claim(owners, volume.getName(), contribution.owner(), "volume");
                volumes.put(volume.getName(), volume);
            }
        }
        return List.copyOf(volumes.values());
    }

    /** By name; what two owners put in one is added up, and one file with two texts is a clash. */
    private static List<ConfigFiles> configs(List<Contribution> contributions) {
        var configs = new TreeMap<String, ConfigFiles>();
        var owners = new HashMap<String, String>();
        for (var contribution : contributions) {
            for (var config : contribution.configs()) {
                var before = configs.putIfAbsent(config.name(), config);
                if (before != null && !before.equals(config)) {
                    configs.put(config.name(), united(before, config, owners, contribution));
                }
                owners.put(config.name(), contribution.owner());
            }
        }
        return List.copyOf(configs.values());
    }

    private static ConfigFiles united(
            ConfigFiles one, ConfigFiles other, Map<String, String> owners, Contribution from) {
        var files = new TreeMap<>(one.files());
        files.putAll(other.files());
        if (one.mode() != other.mode() || !files.entrySet().containsAll(one.files().entrySet())) {
            claim(owners, one.name(), from.owner(), "configuration");
        }
        return new ConfigFiles(one.name(), files, one.mode());
    }

    private static void claim(Map<String, String> owners, String what, String owner, String kind) {
        var other = owners.putIfAbsent(what, owner);
        if (other != null) {
            throw new IllegalStateException(
                    "%s \"%s\" is claimed by %s and by %s".formatted(kind, what, other, owner));
        }
    }
}
