package dev.patterned.operator.controlplane;

import java.util.ArrayList;
import java.util.List;

/**
 * The command lines of the two servers: everything on loopback, every file in the instance's
 * folder.
 */
final class ServerCommands {

    static final String CERTIFICATES = "certificates";
    static final String AUDIT_POLICY = "audit-policy.yaml";
    static final String AUDIT_LOG = "audit.log";

    private static final String LOOPBACK = "127.0.0.1";

    private ServerCommands() {}

    static String url(String scheme, int port) {
        return scheme + "://" + LOOPBACK + ":" + port;
    }

    static List<String> etcd(
            Binaries binaries, InstanceFolder folder, int clientPort, int peerPort) {
        var client = url("http", clientPort);
        var peer = url("http", peerPort);
        return List.of(
                binaries.etcd().toString(),
                "--data-dir=" + folder.resolve("etcd"),
                // The data goes away with the process; waiting for the disk would only cost time.
                "--unsafe-no-fsync",
                "--listen-client-urls=" + client,
                "--advertise-client-urls=" + client,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=default=" + peer,
                "--log-level=warn");
    }

    static List<String> apiServer(
            ControlPlaneOptions options,
            Binaries binaries,
            InstanceFolder folder,
            int port,
            int etcdPort) {
        var command =
                new ArrayList<>(
                        List.of(
                                binaries.apiServer().toString(),
                                "--cert-dir=" + folder.resolve(CERTIFICATES),
                                "--etcd-servers=" + url("http", etcdPort),
                                "--bind-address=" + LOOPBACK,
                                "--secure-port=" + port,
                                // Or it looks for a default route, and fails on a machine that has
                                // none.
                                "--advertise-address=" + LOOPBACK,
                                "--endpoint-reconciler-type=none",
                                "--service-cluster-ip-range=10.0.0.0/16",
                                "--authorization-mode=RBAC",
                                "--token-auth-file=" + folder.resolve(Credentials.TOKENS),
                                "--service-account-issuer=https://kubernetes.default.svc",
                                "--service-account-signing-key-file="
                                        + folder.resolve(Credentials.SIGNING_KEY),
                                "--service-account-key-file="
                                        + folder.resolve(Credentials.SIGNING_PUBLIC_KEY),
                                // No controller makes the ServiceAccounts that this plugin wants
                                // every Pod to have.
                                "--disable-admission-plugins=ServiceAccount",
                                "--allow-privileged=true"));
        if (options.auditPolicy() != null) {
            command.add("--audit-policy-file=" + folder.resolve(AUDIT_POLICY));
            command.add("--audit-log-path=" + folder.resolve(AUDIT_LOG));
            // A request is in the log before its answer leaves, so that a test may count at once.
            command.add("--audit-log-mode=blocking");
        }
        command.addAll(options.apiServerFlags());
        return List.copyOf(command);
    }
}
