package dev.patterned.operator.resources;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What of an object nobody can change once it is there.
 *
 * <p>Source: {@code ValidateStatefulSetUpdate}, {@code ValidateJobSpecUpdate} and {@code
 * ValidatePodUpdate} of Kubernetes 1.33. Kinds that are not named here can change whatever an app
 * can say of them. Selectors never change.
 */
public final class FixedParts {
    private FixedParts() {}

    /** An object that holds these parts alone; empty for a kind that has none. */
    public static Optional<HasMetadata> of(HasMetadata object) {
        return switch (object) {
            case StatefulSet set -> Optional.of(fixed(set));
            case Job job -> Optional.of(fixed(job));
            case Pod pod -> Optional.of(fixed(pod));
            default -> Optional.empty();
        };
    }

    /** The object without these parts: what is worth comparing, and can be repaired. */
    public static HasMetadata without(HasMetadata object) {
        return switch (object) {
            case StatefulSet set ->
                    new StatefulSetBuilder(set)
                            .editSpec()
                            .withServiceName(null)
                            .withPodManagementPolicy(null)
                            .withVolumeClaimTemplates(List.of())
                            .endSpec()
                            .build();
            case Job job -> changeable(job);
            case Pod pod ->
                    new PodBuilder(pod)
                            .withNewSpec()
                            .withInitContainers(images(pod.getSpec().getInitContainers()))
                            .withContainers(images(pod.getSpec().getContainers()))
                            .endSpec()
                            .build();
            default -> object;
        };
    }

    private static StatefulSet fixed(StatefulSet set) {
        return new StatefulSetBuilder()
                .withNewSpec()
                .withServiceName(set.getSpec().getServiceName())
                .withPodManagementPolicy(set.getSpec().getPodManagementPolicy())
                .withVolumeClaimTemplates(set.getSpec().getVolumeClaimTemplates())
                .endSpec()
                .build();
    }

    private static Job fixed(Job job) {
        var spec = job.getSpec();
        return new JobBuilder()
                .withNewSpec()
                .withCompletions(isElastic(spec) ? null : spec.getCompletions())
                .withCompletionMode(spec.getCompletionMode())
                .withBackoffLimitPerIndex(spec.getBackoffLimitPerIndex())
                .withPodFailurePolicy(spec.getPodFailurePolicy())
                .withSuccessPolicy(spec.getSuccessPolicy())
                .withTemplate(spec.getTemplate())
                .endSpec()
                .build();
    }

    private static Job changeable(Job job) {
        return new JobBuilder(job)
                .editSpec()
                .withCompletions(isElastic(job.getSpec()) ? job.getSpec().getCompletions() : null)
                .withCompletionMode(null)
                .withBackoffLimitPerIndex(null)
                .withPodFailurePolicy(null)
                .withSuccessPolicy(null)
                .withTemplate(null)
                .endSpec()
                .build();
    }

    /** Completions of an indexed Job may change together with parallelism. */
    private static boolean isElastic(JobSpec spec) {
        return "Indexed".equals(spec.getCompletionMode())
                && spec.getCompletions() != null
                && Objects.equals(spec.getCompletions(), spec.getParallelism());
    }

    /** All but the images: the kubelet starts a container again with another one. */
    private static Pod fixed(Pod pod) {
        var spec = pod.getSpec();
        return new PodBuilder()
                .withSpec(
                        new PodSpecBuilder(spec)
                                .withInitContainers(withoutImages(spec.getInitContainers()))
                                .withContainers(withoutImages(spec.getContainers()))
                                .build())
                .build();
    }

    private static List<Container> withoutImages(List<Container> containers) {
        return containers.stream()
                .map(container -> new ContainerBuilder(container).withImage(null).build())
                .toList();
    }

    private static List<Container> images(List<Container> containers) {
        return containers.stream()
                .map(container ->
                        new ContainerBuilder()
                                .withName(container.getName())
                                .withImage(container.getImage())
                                .build())
                .toList();
    }
}
