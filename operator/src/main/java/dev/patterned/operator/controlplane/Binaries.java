package dev.patterned.operator.controlplane;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder that holds the programs of a control plane.
 *
 * @param folder absolute; contains the three programs under their plain names
 */
record Binaries(Path folder) {

    static final String API_SERVER = "kube-apiserver";
    static final String ETCD = "etcd";
    static final String KUBECTL = "kubectl";

    /** In the order in which they are made: most of kubectl is compiled with the API server. */
    static final List<String> NAMES = List.of(API_SERVER, KUBECTL, ETCD);

    Path apiServer() {
        return folder.resolve(API_SERVER);
    }

    Path etcd() {
        return folder.resolve(ETCD);
    }

    Path kubectl() {
        return folder.resolve(KUBECTL);
    }

    /** Those programs that the folder does not hold; empty when it is usable. */
    List<String> missing() {
        return NAMES.stream().filter(name -> !Files.isExecutable(folder.resolve(name))).toList();
    }
}
