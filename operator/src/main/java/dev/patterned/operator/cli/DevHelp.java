package dev.patterned.operator.cli;

import dev.patterned.operator.validation.schema.Manifest;
import java.nio.file.Path;
import java.util.List;

/** What a person reads once {@code patterned dev} runs. */
final class DevHelp {
    private DevHelp() {}

    static String text(String version, Path kubectl, Path kubeconfig, List<Manifest> manifests) {
        return """

        Kubernetes %s runs on this machine, and the operator in it. Objects are real here, Pods do
        not run: there is no node and no controller but this one, so that apps stay not ready.

        In another terminal:
          export KUBECONFIG=%s
          export PATH=%s:"$PATH"    # a kubectl of this version
          kubectl get %s
          kubectl apply -f FILE

        Changes are shown below. Ctrl-C ends everything and leaves nothing behind.

        """
                .formatted(version, quote(kubeconfig), quote(folder(kubectl)), wanted(manifests));
    }

    private static Path folder(Path program) {
        var folder = program.getParent();
        return folder == null ? Path.of(".") : folder;
    }

    private static String wanted(List<Manifest> manifests) {
        var all = "patternedapps,deployments,services,configmaps,networkpolicies";
        var other =
                manifests.stream()
                        .map(manifest -> manifest.raw().get("metadata"))
                        .anyMatch(metadata ->
                                metadata instanceof java.util.Map<?, ?> map
                                        && map.get("namespace") != null);
        return other ? all + " --all-namespaces" : all;
    }

    /** For a shell, only where it needs it. */
    private static String quote(Path path) {
        var text = path.toString();
        return text.matches("[A-Za-z0-9_./+:@-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
