package dev.patterned.operator.resources;

import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.Hash;
import dev.patterned.operator.plan.PodPlan;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** ConfigMaps. */
final class ConfigMaps {
    /** 40 bits tell the few versions of one app's scripts apart. */
    private static final int HASH_LENGTH = 10;

    private ConfigMaps() {}

    /**
     * The scripts of an app's helpers: immutable, named by content, so that a new text rolls the
     * Pods.
     */
    static Optional<ConfigMap> scripts(AppId app, PodPlan plan) {
        if (plan.scripts().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ConfigMapBuilder()
                        .withMetadata(Metadata.of(app, scriptsName(app, plan)))
                        .withImmutable(true)
                        .withData(texts(plan))
                        .build());
    }

    static String scriptsName(AppId app, PodPlan plan) {
        return ResourceNames.scripts(
                app, Hash.of(texts(plan).toString()).substring(0, HASH_LENGTH));
    }

    private static SortedMap<String, String> texts(PodPlan plan) {
        var texts = new TreeMap<String, String>();
        plan.scripts().forEach(script -> texts.put(script.file(), script.text()));
        return texts;
    }
}
