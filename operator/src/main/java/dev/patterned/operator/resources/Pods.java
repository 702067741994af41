package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import java.util.ArrayList;
import java.util.List;

/** Pods of their own. */
final class Pods {
    private static final long UNREACHABLE_SECONDS = 300;

    private Pods() {}

    static Pod pod(App app, PodTemplateSpec template) {
        return new PodBuilder()
                .withMetadata(
                        Metadata.of(
                                app.id(),
                                ResourceNames.workload(app.id()),
                                template.getMetadata().getLabels(),
                                template.getMetadata().getAnnotations()))
                .withNewSpecLike(template.getSpec())
                .withTolerations(tolerations(template))
                .endSpec()
                .build();
    }

    /**
     * Tolerations are one value to the server, and those of a Pod cannot be taken away: what its
     * admission plugin DefaultTolerationSeconds adds stands here too. Where the user says none,
     * none are ours.
     */
    private static List<Toleration> tolerations(PodTemplateSpec template) {
        var tolerations = new ArrayList<>(template.getSpec().getTolerations());
        if (tolerations.isEmpty()) {
            return tolerations;
        }
        for (var taint : List.of("not-ready", "unreachable")) {
            var key = "node.kubernetes.io/" + taint;
            if (tolerations.stream().noneMatch(own -> covers(own, key))) {
                tolerations.add(
                        new TolerationBuilder()
                                .withKey(key)
                                .withOperator("Exists")
                                .withEffect("NoExecute")
                                .withTolerationSeconds(UNREACHABLE_SECONDS)
                                .build());
            }
        }
        return tolerations;
    }

    private static boolean covers(Toleration own, String key) {
        var sameKey = own.getKey() == null || own.getKey().isEmpty() || own.getKey().equals(key);
        var effect = own.getEffect();
        return sameKey && (effect == null || effect.isEmpty() || effect.equals("NoExecute"));
    }
}
