package dev.patterned.operator.resources;

import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.Hash;
import dev.patterned.operator.plan.ConfigFiles;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;

/** ConfigMaps. */
final class ConfigMaps {
    /** 40 bits tell the few versions of one app's files apart. */
    private static final int HASH_LENGTH = 10;

    private ConfigMaps() {}

    /** Immutable, and named by content, so that a new text rolls the Pods. */
    static ConfigMap configMap(AppId app, ConfigFiles config) {
        return new ConfigMapBuilder()
                .withMetadata(Metadata.of(app, name(app, config)))
                .withImmutable(true)
                .withData(config.files())
                .build();
    }

    static String name(AppId app, ConfigFiles config) {
        var hash = Hash.of(config.files().toString()).substring(0, HASH_LENGTH);
        return ResourceNames.config(app, config.name(), hash);
    }
}
