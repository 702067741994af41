package dev.patterned.operator.resources;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.operator.model.AppId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every label that the operator sets. */
public final class ResourceLabels {
    private static final String NAME = "app.kubernetes.io/name";

    private ResourceLabels() {}

    /** The selector of an app's Pods: minimal, under our own domain, the same for ever. */
    public static SortedMap<String, String> selector(AppId app) {
        return new TreeMap<>(Map.of(ApiKeys.LABEL_APP, app.name(), ApiKeys.LABEL_COMPONENT, "pod"));
    }

    /** Labels of every child. */
    public static SortedMap<String, String> child(AppId app) {
        return new TreeMap<>(
                Map.of(
                        ApiKeys.LABEL_APP,
                        app.name(),
                        ApiKeys.LABEL_MANAGED_BY,
                        ApiKeys.MANAGER,
                        NAME,
                        app.name()));
    }

    /** Labels of an app's Pods: the selector, what informers are scoped to, and the user's own. */
    public static SortedMap<String, String> pod(AppId app, Map<String, String> own) {
        var labels = new TreeMap<>(own);
        labels.putIfAbsent(NAME, app.name());
        labels.put(ApiKeys.LABEL_MANAGED_BY, ApiKeys.MANAGER);
        labels.putAll(selector(app));
        return labels;
    }
}
