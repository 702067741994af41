package dev.patterned.operator.health;

import dev.patterned.api.v1alpha1.ApiKeys;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that the operator must be allowed to do.
 *
 * @param group empty for the core API
 * @param subresource empty for the object itself
 */
public record Right(String verb, String group, String resource, String subresource) {
    private static final List<String> READ = List.of("list", "watch");

    /**
     * Server-side apply is a patch, and a creation where nothing is there; a conflict is looked at.
     */
    private static final List<String> OWN =
            List.of("get", "list", "watch", "create", "patch", "delete");

    /** Everything that the operator does in each namespace that it watches. */
    public static final List<Right> ALL =
            Stream.of(
                            of(READ, ApiKeys.GROUP, "patternedapps", ""),
                            of(List.of("patch"), ApiKeys.GROUP, "patternedapps", "status"),
                            of(OWN, "apps", "deployments", ""),
                            of(OWN, "apps", "statefulsets", ""),
                            of(OWN, "apps", "daemonsets", ""),
                            of(OWN, "batch", "jobs", ""),
                            of(OWN, "batch", "cronjobs", ""),
                            of(OWN, "", "services", ""),
                            of(OWN, "", "configmaps", ""),
                            of(OWN, "autoscaling", "horizontalpodautoscalers", ""),
                            of(OWN, "policy", "poddisruptionbudgets", ""),
                            of(OWN, "networking.k8s.io", "networkpolicies", ""),
                            of(OWN, "", "pods", ""),
                            // Asked for, and granted, also where the cluster has no such kind yet.
                            of(OWN, "monitoring.coreos.com", "podmonitors", ""),
                            of(
                                    List.of("list", "watch", "create", "patch"),
                                    "events.k8s.io",
                                    "events",
                                    ""))
                    .flatMap(List::stream)
                    .toList();

    /** What rolling on Secrets needs, in each watched namespace, where it is switched on. */
    public static final List<Right> SECRETS = of(READ, "", "secrets", "");

    /** What leader election does in the Lease's namespace. */
    public static final List<Right> LEASE =
            of(List.of("get", "create", "update"), "coordination.k8s.io", "leases", "");

    private static List<Right> of(
            List<String> verbs, String group, String resource, String subresource) {
        return verbs.stream().map(verb -> new Right(verb, group, resource, subresource)).toList();
    }

    /** The resource as RBAC writes it, such as {@code deployments.apps}. */
    String target() {
        var name = subresource.isEmpty() ? resource : resource + "/" + subresource;
        return group.isEmpty() ? name : name + "." + group;
    }
}
