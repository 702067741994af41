package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.AppVolume;
import dev.patterned.api.v1alpha1.PodTemplate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Pod as a whole, and its volumes. */
final class PodRules {
    private PodRules() {}

    static void check(Subject subject, Problems problems) {
        for (var volume : located("spec.volumes", subject.spec().volumes())) {
            volume(volume.path(), volume.value(), problems);
        }
        var pod = subject.podTemplate();
        if (pod == null) {
            return;
        }
        forbidden(pod, problems);
        ownKeys("spec.podTemplate.labels", pod.labels(), problems);
        ownKeys("spec.podTemplate.annotations", pod.annotations(), problems);
    }

    private static void volume(String path, AppVolume volume, Problems problems) {
        if (volume.hostPath() != null) {
            problems.error(
                    "Forbidden",
                    path + ".hostPath",
                    "the node's files are not the app's; use a persistentVolumeClaim, or an emptyDir");
            return;
        }
        var sources =
                Stream.of(
                                volume.configMap(),
                                volume.secret(),
                                volume.emptyDir(),
                                volume.persistentVolumeClaim(),
                                volume.projected(),
                                volume.downwardAPI(),
                                volume.ephemeral(),
                                volume.image())
                        .filter(Objects::nonNull)
                        .count();
        if (sources != 1) {
            problems.error(
                    "ExactlyOne",
                    path,
                    "volume \"%s\" has %d sources: say exactly one of configMap, secret, emptyDir, persistentVolumeClaim, projected, downwardAPI, ephemeral, image"
                            .formatted(volume.name(), sources));
        }
    }

    private static void forbidden(PodTemplate pod, Problems problems) {
        hostNamespace(
                "hostNetwork", pod.hostNetwork(), "publish ports through spec.services", problems);
        hostNamespace("hostPID", pod.hostPID(), "helpers share the Pod, not the node", problems);
        hostNamespace("hostIPC", pod.hostIPC(), "helpers share the Pod, not the node", problems);
        if (pod.spec() != null) {
            problems.error(
                    "Forbidden",
                    "spec.podTemplate.spec",
                    "a free Pod patch would undo what the operator guarantees; use spec.main, spec.sidecars, spec.initContainers and the fields of spec.podTemplate");
        }
    }

    private static void hostNamespace(
            String field, @Nullable Boolean value, String instead, Problems problems) {
        if (Boolean.TRUE.equals(value)) {
            problems.error(
                    "Forbidden",
                    "spec.podTemplate." + field,
                    "the node's namespaces are not the app's; leave it out: " + instead);
        }
    }

    /** Keys that the operator sets itself: a user's value would be lost, so it is refused. */
    static void ownKeys(String path, Map<String, String> entries, Problems problems) {
        for (var key : entries.keySet()) {
            if (key.startsWith(ApiKeys.GROUP + "/") || key.equals(ApiKeys.LABEL_MANAGED_BY)) {
                problems.error(
                        "KeyReserved",
                        path + "[" + key + "]",
                        "is the operator's own: leave it out, or use a key of your own domain");
            }
        }
    }
}
