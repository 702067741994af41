package dev.patterned.operator.health;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the server what the operator may do. A review a right: unlike a rules review it is the
 * authorizer's own answer, whatever authorizer there is.
 */
final class Rights {
    private final KubernetesClient client;

    Rights(KubernetesClient client) {
        this.client = client;
    }

    /**
     * Asks for all rights at once.
     *
     * @param namespace null for the whole cluster
     * @throws CannotStartException naming every verb and resource that is missing
     */
    void check(@Nullable String namespace, List<Right> needed) {
        var missing =
                missing(namespace, needed).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Right::target,
                                        TreeMap::new,
                                        Collectors.mapping(Right::verb, Collectors.joining(", "))));
        if (missing.isEmpty()) {
            return;
        }
        var list =
                missing.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining("; "));
        throw new CannotStartException(
                "The operator's account lacks rights %s: %s; the chart in helm/ grants them."
                        .formatted(
                                namespace == null
                                        ? "in the whole cluster"
                                        : "in namespace " + namespace,
                                list));
    }

    private List<Right> missing(@Nullable String namespace, List<Right> needed) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = needed.stream().map(right -> ask(threads, namespace, right)).toList();
            return answers.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof KubernetesClientException error) {
                throw error;
            }
            throw failure;
        }
    }

    private CompletableFuture<Optional<Right>> ask(
            Executor threads, @Nullable String namespace, Right right) {
        return CompletableFuture.supplyAsync(
                () -> allowed(namespace, right) ? Optional.empty() : Optional.of(right), threads);
    }

    private boolean allowed(@Nullable String namespace, Right right) {
        var answer = client.resource(question(namespace, right)).create();
        return answer.getStatus().getAllowed();
    }

    private static SelfSubjectAccessReview question(@Nullable String namespace, Right right) {
        return new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withNamespace(namespace)
                .withVerb(right.verb())
                .withGroup(right.group())
                .withResource(right.resource())
                .withSubresource(right.subresource())
                .endResourceAttributes()
                .endSpec()
                .build();
    }
}
