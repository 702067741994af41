package dev.patterned.operator.cli;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.observe.ContainerProblems;
import dev.patterned.operator.observe.ContainerRole;
import dev.patterned.operator.observe.ContainerView;
import dev.patterned.operator.observe.PodProblem.Kind;
import dev.patterned.operator.observe.PodView;
import dev.patterned.operator.observe.Wording;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads one app and what belongs to it, with the rights of whoever asks. */
final class WhyLook {
    /** Whose last line says more than the kubelet does. */
    private static final Set<Kind> LOGGED =
            EnumSet.of(Kind.WAITING, Kind.WAIT_FAILED, Kind.CRASH, Kind.UNREADY);

    /** Pods of one template fail alike. */
    private static final int MOST_LOGS = 10;

    private static final int LINE = 300;

    private final KubernetesClient client;
    private final List<String> refused = new ArrayList<>();

    WhyLook(KubernetesClient client) {
        this.client = client;
    }

    /** Kinds that whoever asks may not list; known after {@link #at}. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /**
     * Looks at the app of that name, in the client's namespace.
     *
     * @throws UsageException when there is none, naming those that there are
     */
    Why at(String name) {
        var app = app(name);
        var children = new ArrayList<HasMetadata>();
        Child.KINDS.forEach(kind -> children.addAll(list(kind, name)));
        children.removeIf(child -> !isOwned(child, app));
        var roles =
                Validator.validate(app) instanceof Verdict.Accepted(var model, _)
                        ? ContainerRole.of(model, Map.of())
                        : Map.<String, ContainerRole>of();
        var pods =
                list(Pod.class, name).stream()
                        .filter(pod -> !pod.isMarkedForDeletion())
                        .map(pod -> PodView.of(pod, roles))
                        .sorted(Comparator.comparing(PodView::name))
                        .toList();
        return new Why(app, children, pods, said(pods));
    }

    private PatternedApp app(String name) {
        var apps = client.resources(PatternedApp.class);
        var app = apps.withName(name).get();
        if (app != null) {
            return app;
        }
        var names = apps.list().getItems().stream().map(it -> it.getMetadata().getName()).toList();
        throw new UsageException(
                "there is no PatternedApp \"%s\" in namespace %s (there %s)"
                        .formatted(
                                name,
                                client.getNamespace(),
                                names.isEmpty()
                                        ? "is none"
                                        : (names.size() == 1 ? "is " : "are ")
                                                + String.join(", ", names)));
    }

    private <T extends HasMetadata> List<T> list(Class<T> kind, String app) {
        try {
            return client.resources(kind).withLabel(ApiKeys.LABEL_APP, app).list().getItems();
        } catch (KubernetesClientException error) {
            if (error.getCode() == 404 && Child.OPTIONAL_KINDS.contains(kind)) {
                return List.of();
            }
            if (error.getCode() != 403) {
                throw error;
            }
            refused.add(kind.getSimpleName());
            return List.of();
        }
    }

    private static boolean isOwned(HasMetadata child, PatternedApp app) {
        return child.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> owner.getUid().equals(app.getMetadata().getUid()));
    }

    private Map<String, String> said(List<PodView> pods) {
        var said = new TreeMap<String, String>();
        pods.stream()
                .filter(PodView::active)
                .flatMap(pod -> pod.containers().stream())
                .filter(WhyLook::isLogged)
                .limit(MOST_LOGS)
                .forEach(container -> {
                    var line = lastLine(container);
                    if (!line.isEmpty()) {
                        said.put(Why.key(container.pod(), container.name()), line);
                    }
                });
        return said;
    }

    private static boolean isLogged(ContainerView container) {
        return ContainerProblems.worst(container)
                .filter(problem -> LOGGED.contains(problem.kind()))
                .isPresent();
    }

    /** Of the latest run; a log that cannot be read is one line less. */
    private String lastLine(ContainerView container) {
        try {
            var text =
                    client.pods()
                            .withName(container.pod())
                            .inContainer(container.name())
                            .tailingLines(1)
                            .getLog();
            return Wording.line(text, LINE);
        } catch (KubernetesClientException unreadable) {
            return "";
        }
    }
}
