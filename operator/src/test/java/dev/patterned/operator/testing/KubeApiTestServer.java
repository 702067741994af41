package dev.patterned.operator.testing;

import dev.patterned.operator.controlplane.ConsoleProgress;
import dev.patterned.operator.controlplane.ControlPlane;
import dev.patterned.operator.controlplane.ControlPlaneOptions;
import dev.patterned.operator.controlplane.KubernetesRelease;
import io.fabric8.kubeapitest.KubeAPIServer;
import io.fabric8.kubeapitest.KubeAPIServerConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A server of kube-api-test, with our own programs and an audit log.
 *
 * <p>Its folder is made for this run and goes away with it: kube-api-test keeps certificates there
 * that expire after a year and that it never renews.
 */
final class KubeApiTestServer implements AutoCloseable {
    private final KubeAPIServer server;
    private final Path folder;
    private final Thread hook = new Thread(this::end, "kube-api-test-end");

    private KubeApiTestServer(KubeAPIServer server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static KubeApiTestServer start(KubernetesRelease release, String auditPolicy)
            throws IOException, InterruptedException {
        var programs =
                ControlPlane.programs(
                        ControlPlaneOptions.defaults().withRelease(release),
                        ConsoleProgress.standardError());
        var folder = Files.createTempDirectory("patterned-api-server");
        var links = Files.createDirectories(folder.resolve("k8s"));
        Files.createSymbolicLink(links.resolve(programs.getFileName()), programs);
        Files.writeString(folder.resolve("audit-policy.yaml"), auditPolicy);
        var config =
                KubeAPIServerConfigBuilder.anAPIServerConfig()
                        .withTestDir(folder.toString())
                        .withApiServerVersion(release.version())
                        .withOfflineMode(true)
                        .withApiServerFlags(flags(folder))
                        .build();
        var started = new KubeApiTestServer(new KubeAPIServer(config), folder);
        Runtime.getRuntime().addShutdownHook(started.hook);
        started.server.start();
        return started;
    }

    private static List<String> flags(Path folder) {
        return List.of(
                "--bind-address",
                "127.0.0.1",
                // Or it looks for a default route, and fails on a machine that has none.
                "--advertise-address",
                "127.0.0.1",
                "--endpoint-reconciler-type",
                "none",
                "--service-cluster-ip-range",
                "10.0.0.0/16",
                "--audit-policy-file",
                folder.resolve("audit-policy.yaml").toString(),
                "--audit-log-path",
                auditLog(folder).toString(),
                // A request is in the log before its answer leaves, so that a test may count at
                // once.
                "--audit-log-mode",
                "blocking");
    }

    private static Path auditLog(Path folder) {
        return folder.resolve("audit.log");
    }

    String kubeconfig() {
        return server.getKubeConfigYaml();
    }

    Path auditLog() {
        return auditLog(folder);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        end();
    }

    private void end() {
        server.stop();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftover) {
            System.err.println("Left behind: " + leftover);
        }
    }
}
