package dev.patterned.operator.plan;

import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder of files that the operator writes. It becomes an immutable ConfigMap whose name carries
 * its content's hash, so that another content is another Pod template, and the Pods roll.
 *
 * @param name unique in the app; contributions of one name and mode are added up
 * @param files text by file name
 * @param mode permissions of each file
 */
public record ConfigFiles(String name, SortedMap<String, String> files, int mode) {
    /** Read for all: helpers run as users that own nothing. Octal 0444. */
    static final int READ = 0444;

    /** Read and execute for all. Octal 0555. */
    static final int EXECUTE = 0555;

    private static final String HELPER_PREFIX = "config-";

    public ConfigFiles(String name, Map<String, String> files, int mode) {
        this(name, new TreeMap<>(files), mode);
    }

    /** The configuration of one helper. */
    static ConfigFiles ofHelper(String helper, Map<String, String> files) {
        return new ConfigFiles(HELPER_PREFIX + helper, files, READ);
    }

    /** The volume that it is mounted from. */
    public String volume() {
        return DerivedNames.of("patterned-", name);
    }

    VolumeMount mount(String path) {
        return Helpers.mount(volume(), path, true);
    }
}
