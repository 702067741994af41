package dev.patterned.api.v1alpha1;

/** CEL of the rules about volumes, log directories and mount paths; forms as {@link SpecRules}. */
final class MountRules {
    private static final String DIRECTORIES =
            "[has(self.main.logDirectories) ? self.main.logDirectories.map(d, d.name) : []]";

    private static final String CLAIMS = "self.workload.statefulSet.volumeClaimTemplates";

    /** Volumes, and the claims that each Pod of a StatefulSet has for itself. */
    private static final String VOLUMES =
            "[(has(self.volumes) ? self.volumes.map(v, v.name) : []) + (has(self.workload) && "
                    + "has(self.workload.statefulSet) && has("
                    + CLAIMS
                    + ") ? "
                    + CLAIMS
                    + ".map(v, v.metadata.name) : [])]";

    static final String VOLUMES_DIFFER =
            "!has(self.workload) || !has(self.workload.statefulSet) || !has("
                    + CLAIMS
                    + ") || "
                    + VOLUMES
                    + SpecRules.ALL_DIFFER;

    private static final String NAMED = ".map(n, n.join(', '))[0]";

    // References to log directories.

    static final String TAILERS_READ_A_DIRECTORY =
            "!has(self.logTailers) || "
                    + DIRECTORIES
                    + ".all(n, self.logTailers.all(t, t.logDirectory in n))";

    static final String TAILERS_MESSAGE =
            "'logTailers: no log directory named ' + "
                    + DIRECTORIES
                    + ".map(n, [self.logTailers.filter(t, !(t.logDirectory in n)).map(t, "
                    + "t.logDirectory)].map(q, q.join(', '))[0])[0] + '; main.logDirectories has: ' + "
                    + DIRECTORIES
                    + NAMED
                    + " + '; add it there or correct logDirectory'";

    static final String ADAPTERS_READ_A_DIRECTORY =
            "!has(self.adapters) || "
                    + DIRECTORIES
                    + ".all(n, self.adapters.all(a, !has(a.logs) || a.logs.logDirectory in n))";

    static final String ADAPTERS_MESSAGE =
            "'adapters: no log directory named ' + "
                    + DIRECTORIES
                    + ".map(n, [self.adapters.filter(a, has(a.logs) && !(a.logs.logDirectory in n)).map(a, "
                    + "a.logs.logDirectory)].map(q, q.join(', '))[0])[0] + '; main.logDirectories has: ' + "
                    + DIRECTORIES
                    + NAMED
                    + " + '; add it there or correct logDirectory'";

    private static final String AMBASSADORS = " : []) + (has(self.ambassadors) ? self.ambassadors";

    private static final String ADAPTERS = " : []) + (has(self.adapters) ? self.adapters";

    private static final String CUSTOM_READ =
            ".map(h, has(h.custom) && has(h.custom.logDirectories) ? h.custom.logDirectories : [])";

    private static final String CUSTOM_MOUNTS =
            ".map(h, has(h.custom) && has(h.custom.volumeMounts) ? h.custom.volumeMounts.map(m, m.name) : [])";

    private static final String HELPERS_READ =
            "((has(self.sidecars) ? self.sidecars.map(h, has(h.logDirectories) ? h.logDirectories : [])"
                    + AMBASSADORS
                    + CUSTOM_READ
                    + ADAPTERS
                    + CUSTOM_READ
                    + " : []) + (has(self.initContainers) ? self.initContainers.map(h, "
                    + "has(h.logDirectories) ? h.logDirectories : []) : []))";

    static final String HELPERS_READ_A_DIRECTORY =
            DIRECTORIES + ".all(n, " + HELPERS_READ + ".all(h, h.all(d, d in n)))";

    static final String HELPERS_READ_MESSAGE =
            "'logDirectories of helpers: no log directory named ' + "
                    + DIRECTORIES
                    + ".map(n, ["
                    + HELPERS_READ
                    + "].map(q, q.map(h, h.filter(d, !(d in n)).join(' ')).join(' '))[0])[0] + '; main.logDirectories has: ' + "
                    + DIRECTORIES
                    + NAMED
                    + " + '; add it there or correct logDirectories'";

    // References to volumes.

    static final String MAIN_MOUNTS_A_VOLUME =
            "!has(self.main.volumeMounts) || "
                    + VOLUMES
                    + ".all(n, self.main.volumeMounts.all(m, m.name in n))";

    static final String MAIN_MOUNTS_MESSAGE =
            "'main.volumeMounts: no volume named ' + "
                    + VOLUMES
                    + ".map(n, [self.main.volumeMounts.filter(m, !(m.name in n)).map(m, m.name)].map(q, "
                    + "q.join(', '))[0])[0] + '; volumes has: ' + "
                    + VOLUMES
                    + NAMED
                    + " + '; add it there or correct the mount'";

    private static final String HELPERS_MOUNT =
            "((has(self.sidecars) ? self.sidecars.map(h, has(h.volumeMounts) ? h.volumeMounts.map(m, m.name) : [])"
                    + AMBASSADORS
                    + CUSTOM_MOUNTS
                    + ADAPTERS
                    + CUSTOM_MOUNTS
                    + " : []) + (has(self.initContainers) ? self.initContainers.map(h, "
                    + "has(h.volumeMounts) ? h.volumeMounts.map(m, m.name) : []) : []))";

    static final String HELPERS_MOUNT_A_VOLUME =
            VOLUMES + ".all(n, " + HELPERS_MOUNT + ".all(h, h.all(m, m in n)))";

    static final String HELPERS_MOUNT_MESSAGE =
            "'volumeMounts of helpers: no volume named ' + "
                    + VOLUMES
                    + ".map(n, ["
                    + HELPERS_MOUNT
                    + "].map(q, q.map(h, h.filter(m, !(m in n)).join(' ')).join(' '))[0])[0] + '; volumes has: ' + "
                    + VOLUMES
                    + NAMED
                    + " + '; add it there or correct the mount'";

    static final String LOG_DIRECTORIES_USE_A_VOLUME =
            "!has(self.main.logDirectories) || "
                    + VOLUMES
                    + ".all(n, self.main.logDirectories.all(d, !has(d.volume) || d.volume in n))";

    // Mount paths; a trailing slash is no difference. Comparing each path with each costs more
    // than a server allows once the lists are full, "in" is cheap. Bound to h: the mounts, which
    // have no path twice (it is their key), and the log directories.

    private static final String PATHS_DIFFER =
            "h[0].all(m, !(m in h[1])) && h.all(a, a.all(x, !((x + '/') in h[0]) && !((x + '/') in h[1])))";

    private static final String MAIN_PATHS =
            "[has(self.main.volumeMounts) ? self.main.volumeMounts.map(m, m.mountPath) : [],"
                    + " (has(self.main.logDirectories) ? self.main.logDirectories.map(d, d.path) : [])"
                    + " + (has(self.main.files) ? self.main.files.map(f, f.path) : [])]";

    // Bound twice: bound once, the estimate takes the length of x + '/' for endless.
    static final String MAIN_PATHS_DIFFER =
            "(!has(self.main.logDirectories) || self.main.logDirectories.all(d,"
                    + " self.main.logDirectories.filter(e, e.path == d.path).size() == 1"
                    + " && (!has(self.main.files) || !self.main.files.exists(f, f.path == d.path)))) && [["
                    + MAIN_PATHS
                    + "]].all(l, l.all(h, "
                    + PATHS_DIFFER
                    + "))";

    static final String MAIN_PATHS_MESSAGE =
            "'one path mounted twice in main: ' + ["
                    + MAIN_PATHS
                    + "].map(h, [h[0] + h[1]].map(l, l.filter(x, (x + '/') in l || l.filter(y, y == x).size() > 1)"
                    + ".join(', '))[0])[0] + ' (volumeMounts, logDirectories and files); remove one or choose another path'";

    private static final String HELPER_PATHS =
            ".map(h, [has(h.volumeMounts) ? h.volumeMounts.map(m, m.mountPath) : [],"
                    + " has(h.logDirectories) && has(self.main.logDirectories)"
                    + " ? self.main.logDirectories.filter(d, d.name in h.logDirectories).map(d, d.path) : []])";

    private static final String CUSTOM_PATHS =
            ".map(h, [has(h.custom) && has(h.custom.volumeMounts) ? h.custom.volumeMounts.map(m, m.mountPath) : [],"
                    + " has(h.custom) && has(h.custom.logDirectories) && has(self.main.logDirectories)"
                    + " ? self.main.logDirectories.filter(d, d.name in h.custom.logDirectories).map(d, d.path) : []])";

    static final String HELPER_PATHS_DIFFER =
            "[(has(self.sidecars) ? self.sidecars"
                    + HELPER_PATHS
                    + AMBASSADORS
                    + CUSTOM_PATHS
                    + ADAPTERS
                    + CUSTOM_PATHS
                    + " : []) + (has(self.initContainers) ? self.initContainers"
                    + HELPER_PATHS
                    + " : [])].all(l, l.all(h, "
                    + PATHS_DIFFER
                    + "))";

    private MountRules() {}
}
