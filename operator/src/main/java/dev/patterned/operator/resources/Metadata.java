package dev.patterned.operator.resources;

import dev.patterned.operator.model.AppId;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.TreeMap;

/** Metadata of children. */
final class Metadata {
    private Metadata() {}

    /** Name, namespace and our labels; nothing is copied from the app's own metadata. */
    static ObjectMeta of(AppId app, String name) {
        return new ObjectMetaBuilder()
                .withName(name)
                .withNamespace(app.namespace().isEmpty() ? null : app.namespace())
                .withLabels(ResourceLabels.child(app))
                .build();
    }

    /** The same with labels and annotations of the user, where ours stand first. */
    static ObjectMeta of(
            AppId app, String name, Map<String, String> labels, Map<String, String> annotations) {
        var all = new TreeMap<>(labels);
        all.putAll(ResourceLabels.child(app));
        return new ObjectMetaBuilder(of(app, name))
                .withLabels(all)
                .withAnnotations(new TreeMap<>(annotations))
                .build();
    }
}
