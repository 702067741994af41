package dev.patterned.operator.plan;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.Dependency;
import dev.patterned.operator.plan.ConfigReference.Kind;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ConfigMaps and Secrets of the user's that a Pod's containers use. What the operator writes
 * itself is not among them: it has its content in its name. Neither is what only waits use: a Pod
 * that runs has waited.
 */
public final class ConfigReferences {
    private ConfigReferences() {}

    /** In no particular order; one object may be named by several. */
    public static List<ConfigReference> of(App app, PodPlan plan) {
        var waits = app.dependencies().stream().map(Dependency::name).collect(Collectors.toSet());
        var containers =
                Stream.concat(Stream.of(plan.main()), plan.initContainers().stream())
                        .filter(container -> !waits.contains(container.getName()))
                        .toList();
        var mounted =
                containers.stream()
                        .flatMap(container -> container.getVolumeMounts().stream())
                        .map(VolumeMount::getName)
                        .collect(Collectors.toSet());
        var references = new ArrayList<ConfigReference>();
        containers.forEach(container -> environment(container, references));
        plan.volumes().stream()
                .filter(volume -> mounted.contains(volume.getName()))
                .forEach(volume -> volume(volume, references));
        return List.copyOf(references);
    }

    private static void environment(Container container, List<ConfigReference> references) {
        for (EnvFromSource source : container.getEnvFrom()) {
            var config = source.getConfigMapRef();
            if (config != null) {
                add(references, Kind.CONFIG_MAP, config.getName(), List.of(), config.getOptional());
            }
            var secret = source.getSecretRef();
            if (secret != null) {
                add(references, Kind.SECRET, secret.getName(), List.of(), secret.getOptional());
            }
        }
        container.getEnv().stream()
                .map(EnvVar::getValueFrom)
                .flatMap(Stream::ofNullable)
                .forEach(source -> variable(source, references));
    }

    private static void variable(EnvVarSource source, List<ConfigReference> references) {
        var config = source.getConfigMapKeyRef();
        if (config != null) {
            var keys = List.of(config.getKey());
            add(references, Kind.CONFIG_MAP, config.getName(), keys, config.getOptional());
        }
        var secret = source.getSecretKeyRef();
        if (secret != null) {
            var keys = List.of(secret.getKey());
            add(references, Kind.SECRET, secret.getName(), keys, secret.getOptional());
        }
    }

    private static void volume(Volume volume, List<ConfigReference> references) {
        var config = volume.getConfigMap();
        if (config != null) {
            var keys = keys(config.getItems());
            add(references, Kind.CONFIG_MAP, config.getName(), keys, config.getOptional());
        }
        var secret = volume.getSecret();
        if (secret != null) {
            var keys = keys(secret.getItems());
            add(references, Kind.SECRET, secret.getSecretName(), keys, secret.getOptional());
        }
        Optional.ofNullable(volume.getProjected()).stream()
                .flatMap(projected -> projected.getSources().stream())
                .forEach(source -> projection(source, references));
    }

    private static void projection(VolumeProjection source, List<ConfigReference> references) {
        var config = source.getConfigMap();
        if (config != null) {
            var keys = keys(config.getItems());
            add(references, Kind.CONFIG_MAP, config.getName(), keys, config.getOptional());
        }
        var secret = source.getSecret();
        if (secret != null) {
            var keys = keys(secret.getItems());
            add(references, Kind.SECRET, secret.getName(), keys, secret.getOptional());
        }
    }

    private static List<String> keys(@Nullable List<KeyToPath> items) {
        return items == null ? List.of() : items.stream().map(KeyToPath::getKey).toList();
    }

    private static void add(
            List<ConfigReference> references,
            Kind kind,
            @Nullable String name,
            Collection<String> keys,
            @Nullable Boolean optional) {
        if (name != null) {
            references.add(
                    new ConfigReference(
                            kind, name, new TreeSet<>(keys), Boolean.TRUE.equals(optional)));
        }
    }
}
