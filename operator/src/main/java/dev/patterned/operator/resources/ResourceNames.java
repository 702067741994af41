package dev.patterned.operator.resources;

import dev.patterned.operator.model.AppId;

/**
 * Every derived name. An app's name has at most 40 characters, so that all of these stay below 63.
 */
public final class ResourceNames {
    private ResourceNames() {}

    /** The workload. */
    public static String workload(AppId app) {
        return app.name();
    }

    /**
     * The ConfigMap of the helpers' scripts.
     *
     * @param hash of its content: a changed one is a new object, and the Pods roll
     */
    public static String scripts(AppId app, String hash) {
        return app.name() + "-scripts-" + hash;
    }
}
