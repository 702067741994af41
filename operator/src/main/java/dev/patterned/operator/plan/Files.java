package dev.patterned.operator.plan;

import dev.patterned.operator.model.AppFile;
import dev.patterned.operator.model.Hash;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.List;
import java.util.TreeMap;

/**
 * Config files of main, from one ConfigMap, each mounted by itself.
 *
 * <p>A mounted directory would hide what the image has there. Files that are mounted one by one
 * ({@code subPath}) never see a change of their ConfigMap; this one is immutable, and another text
 * is another ConfigMap and other Pods.
 */
final class Files {
    private static final String CONFIG = "files";
    private static final int HASH = 8;

    /** What a ConfigMap allows a key (253), less the hash. */
    private static final int LONGEST_NAME = 200;

    private Files() {}

    static Contribution contribute(List<AppFile> files) {
        var texts = new TreeMap<String, String>();
        files.forEach(file -> texts.put(key(file), file.content()));
        var config = new ConfigFiles(CONFIG, texts, ConfigFiles.READ);
        var contribution = Contribution.by("main.files").config(config);
        files.forEach(file -> contribution.mainMount(mount(config, file)));
        return contribution.build();
    }

    private static VolumeMount mount(ConfigFiles config, AppFile file) {
        return new VolumeMountBuilder(config.mount(file.path())).withSubPath(key(file)).build();
    }

    /** The file's own name, for a person, and its path's hash, to tell files of one name apart. */
    private static String key(AppFile file) {
        var name = file.path().substring(file.path().lastIndexOf('/') + 1);
        var plain = name.replaceAll("[^-._a-zA-Z0-9]", "_");
        var end = Math.min(plain.length(), LONGEST_NAME);
        return Hash.of(file.path()).substring(0, HASH) + "-" + plain.substring(0, end);
    }
}
