package dev.patterned.operator.resources;

import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.Workload;

/**
 * Every derived name. An app's name has at most 40 characters, so that those of DNS labels stay
 * below 63.
 */
public final class ResourceNames {
    private ResourceNames() {}

    /** The workload. */
    public static String workload(AppId app) {
        return app.name();
    }

    /** The NetworkPolicy of an isolated app. */
    public static String networkPolicy(AppId app) {
        return app.name();
    }

    /** The headless Service that gives each Pod of a StatefulSet its DNS name. */
    public static String governingService(AppId app) {
        return app.name() + Workload.StatefulSet.GOVERNING_SUFFIX;
    }

    /** The autoscaler. */
    public static String autoscaler(AppId app) {
        return app.name();
    }

    /** The disruption budget. */
    public static String disruptionBudget(AppId app) {
        return app.name();
    }

    /**
     * The PodMonitor of a metrics adapter; a subdomain too.
     *
     * @param adapter at most 15 characters
     */
    public static String podMonitor(AppId app, String adapter) {
        return app.name() + "-" + adapter;
    }

    /**
     * The ConfigMap of files that the operator writes; a subdomain, so that it may pass 63.
     *
     * @param config what the files are for
     * @param hash of its content: a changed one is a new object, and the Pods roll
     */
    public static String config(AppId app, String config, String hash) {
        return app.name() + "-" + config + "-" + hash;
    }
}
