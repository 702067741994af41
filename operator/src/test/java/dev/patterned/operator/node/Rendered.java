package dev.patterned.operator.node;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.resources.Expansion;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.function.Consumer;

/** What an app renders to, as a single Pod that no operator looks after. */
final class Rendered {
    private Rendered() {}

    /**
     * The Pod of an app's Deployment, named like the app, with another BusyBox.
     *
     * @param others takes the app's other children, before
     */
    static Pod pod(String yaml, String image, Consumer<HasMetadata> others) {
        var app = Serialization.unmarshal(yaml, PatternedApp.class);
        for (var child : children(app)) {
            // Nobody owns them: the app itself is on no server.
            child.object().getMetadata().setOwnerReferences(null);
            if (child.object() instanceof Deployment deployment) {
                var template = deployment.getSpec().getTemplate();
                return pod(app.getMetadata().getName(), template, image);
            }
            others.accept(child.object());
        }
        throw new AssertionError("no Deployment among the children");
    }

    private static Iterable<Child> children(PatternedApp app) {
        return switch (Validator.validate(app)) {
            case Verdict.Accepted(var model, _) -> Expansion.children(model);
            case Verdict.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static Pod pod(String name, PodTemplateSpec template, String image) {
        var pod =
                new PodBuilder()
                        .withMetadata(template.getMetadata())
                        .editMetadata()
                        .withName(name)
                        .endMetadata()
                        .withSpec(template.getSpec())
                        .build();
        pod.getSpec().getInitContainers().stream()
                .filter(container -> container.getImage().startsWith("busybox:"))
                .forEach(container -> container.setImage(image));
        return pod;
    }
}
