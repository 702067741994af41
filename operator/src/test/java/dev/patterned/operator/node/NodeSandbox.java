package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.DependencyStatus;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.config.OperatorConfig;
import dev.patterned.operator.reconcile.OperatorRunner;
import dev.patterned.operator.reconcile.RunningOperator;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.ResourceNotFoundException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/** What one test has to itself on the cluster: a namespace and, once started, an operator. */
final class NodeSandbox implements AutoCloseable {
    /** For what takes the kubelet a few Pod starts, on a machine that does other things too. */
    static final Duration LONG = Duration.ofSeconds(90);

    private final NodeCluster cluster;
    private final String namespace;
    private final KubernetesClient client;
    private @Nullable KubernetesClient operatorClient;
    private @Nullable RunningOperator operator;

    NodeSandbox(NodeCluster cluster, String owner) {
        this.cluster = cluster;
        try (var setup = cluster.client("default")) {
            var created =
                    new NamespaceBuilder()
                            .withNewMetadata()
                            .withGenerateName(prefix(owner))
                            .endMetadata()
                            .build();
            namespace = setup.resource(created).create().getMetadata().getName();
        }
        client = cluster.client(namespace);
    }

    private static String prefix(String owner) {
        return owner.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT) + "-";
    }

    String namespace() {
        return namespace;
    }

    /** With all rights; its default is the test's namespace. */
    KubernetesClient client() {
        return client;
    }

    /** Makes the namespace refuse Pods that do not meet that Pod Security level. */
    NodeSandbox enforcing(String level) {
        client.namespaces()
                .withName(namespace)
                .edit(found ->
                        new NamespaceBuilder(found)
                                .editMetadata()
                                .addToLabels(Map.of("pod-security.kubernetes.io/enforce", level))
                                .endMetadata()
                                .build());
        return this;
    }

    /** Starts the operator with all rights. */
    NodeSandbox withOperator() {
        return withOperator(cluster.client(namespace));
    }

    /** Starts the operator with the rights of a ServiceAccount of the namespace. */
    NodeSandbox withOperatorAs(String serviceAccount) {
        return withOperator(clientAs(serviceAccount));
    }

    /** A client with the rights of a ServiceAccount of the namespace; the caller closes it. */
    KubernetesClient clientAs(String serviceAccount) {
        return cluster.clientAs(namespace, serviceAccount);
    }

    private NodeSandbox withOperator(KubernetesClient as) {
        operatorClient = as;
        operator = OperatorRunner.start(as, config());
        return this;
    }

    /** Only this namespace, so that tests, and other people's operators, do not meet. */
    OperatorConfig config() {
        return OperatorConfig.embedded().withNamespaces(new TreeSet<>(List.of(namespace)));
    }

    /** Applies one of the examples that users are shown, word for word. */
    void applyExample(String name) {
        try {
            apply(Files.readString(Path.of("..", "crds", "examples", name + ".yaml")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Applies YAML documents, in their order. */
    void apply(String yaml) {
        client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .inNamespace(namespace)
                .serverSideApply();
    }

    /**
     * Applies an app's children without its operator, with that image in the place of every {@code
     * busybox} image, and a plain Pod instead of the Deployment.
     */
    Pod pod(String app, String image) {
        return client.resource(Rendered.pod(app, image, child -> client.resource(child).create()))
                .create();
    }

    PatternedApp app(String name) {
        return client.resources(PatternedApp.class).withName(name).require();
    }

    /** A condition of the app, once there is one. */
    Optional<Condition> condition(String app, String type) {
        return app(app).getStatus().conditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst();
    }

    /** The message of Ready, empty before there is one. */
    String message(String app) {
        return condition(app, "Ready").map(Condition::getMessage).orElse("");
    }

    boolean isReady(String app) {
        return condition(app, "Ready").filter(it -> it.getStatus().equals("True")).isPresent();
    }

    /** The row of a wait. */
    DependencyStatus dependency(String app, String name) {
        return app(app).getStatus().dependencies().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until the app is ready; returns its one Pod. */
    Pod ready(String app) {
        eventually("app " + app + " is ready").until(() -> isReady(app));
        return pod(app);
    }

    /** The one Pod of an app that is not being deleted, once there is one. */
    Pod pod(String app) {
        return pod(app, _ -> true);
    }

    /** The same, once it is as wanted. */
    Pod pod(String app, Predicate<Pod> wanted) {
        return eventually("Pod of " + app)
                .until(() -> pods(app), pods -> pods.size() == 1 && wanted.test(pods.getFirst()))
                .getFirst();
    }

    /** A Pod of the test's own, once it is ready. */
    Pod started(String name) {
        return client.pods().withName(name).waitUntilReady(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    private List<Pod> pods(String app) {
        return client.pods().withLabel("patterned.dev/app", app).list().getItems().stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    /** Everything that a container has printed since it last started. */
    String logs(Pod pod, String container) {
        return client.pods().withName(pod.getMetadata().getName()).inContainer(container).getLog();
    }

    /** Runs a script in a container and returns what it prints; fails if the script does. */
    String sh(Pod pod, String container, String script) {
        return Shell.run(client, pod.getMetadata().getName(), container, script);
    }

    /** For conditions that real Pods bring about. */
    ConditionFactory eventually(String what) {
        return await(what)
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsMatching(NodeSandbox::mayPass);
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof KubernetesClientException
                || failure instanceof ResourceNotFoundException
                || failure instanceof NoSuchElementException;
    }

    /** Deletes all apps: what they had goes with them, and no Pod needs its whole grace period. */
    void deletedWithAllTheyHad() {
        client.resources(PatternedApp.class).delete();
        await("nothing is left")
                .atMost(Duration.ofSeconds(25))
                .untilAsserted(() -> assertThat(leftovers()).isEmpty());
    }

    private List<String> leftovers() {
        return Stream.of(
                        client.pods(),
                        client.services(),
                        client.batch().v1().jobs(),
                        client.batch().v1().cronjobs(),
                        client.apps().statefulSets(),
                        client.apps().daemonSets(),
                        client.apps().controllerRevisions(),
                        client.configMaps().withLabel(ApiKeys.LABEL_APP))
                .flatMap(kind -> kind.list().getItems().stream())
                .map(it -> it.getKind() + "/" + it.getMetadata().getName())
                .toList();
    }

    /** What a person would look at first when a test fails. */
    String describe() {
        var text = new StringBuilder();
        client.resources(PatternedApp.class)
                .list()
                .getItems()
                .forEach(app ->
                        text.append(app.getMetadata().getName())
                                .append(": ")
                                .append(Serialization.asYaml(app.getStatus())));
        client.pods()
                .list()
                .getItems()
                .forEach(pod ->
                        text.append(pod.getMetadata().getName())
                                .append(": ")
                                .append(Serialization.asYaml(pod.getStatus())));
        return text.toString();
    }

    /** Does not wait for the namespace to go: nothing else uses it. */
    @Override
    public void close() {
        if (operator != null) {
            operator.close();
        }
        if (operatorClient != null) {
            operatorClient.close();
        }
        client.namespaces().withName(namespace).delete();
        client.close();
    }
}
