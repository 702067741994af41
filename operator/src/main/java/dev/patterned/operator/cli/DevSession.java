package dev.patterned.operator.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.patterned.operator.config.Clients;
import dev.patterned.operator.config.OperatorConfig;
import dev.patterned.operator.controlplane.ConsoleProgress;
import dev.patterned.operator.controlplane.ControlPlane;
import dev.patterned.operator.controlplane.ControlPlaneOptions;
import dev.patterned.operator.reconcile.OperatorRunner;
import dev.patterned.operator.validation.schema.Manifest;
import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One run of {@code patterned dev}: from the start of the servers to their end. */
final class DevSession {
    private final PrintWriter out;
    private final @Nullable Path kubeconfigOut;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final CountDownLatch ending = new CountDownLatch(1);

    /**
     * @param kubeconfigOut where to write the kubeconfig; among the servers' files when null
     */
    DevSession(PrintWriter out, @Nullable Path kubeconfigOut) {
        this.out = out;
        this.kubeconfigOut = kubeconfigOut;
    }

    /**
     * Starts, applies, follows; returns only when the servers end by themselves. Ctrl-C and SIGTERM
     * end the process through its shutdown hooks.
     */
    int run(List<Manifest> manifests) throws IOException, InterruptedException {
        quiet(Level.ERROR);
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "dev-end"));
        try {
            var progress = ConsoleProgress.standardError();
            var plane = open(ControlPlane.start(ControlPlaneOptions.defaults(), progress));
            var kubeconfig = kubeconfig(plane);
            var client = open(Clients.create(Config.fromKubeconfig(plane.kubeconfig())));
            var cluster = new DevCluster(client, out);
            cluster.installCrd();
            var follower = open(new DevFollower(client, out));
            open(OperatorRunner.start(client, OperatorConfig.embedded()));
            cluster.apply(manifests);
            follower.showTrees();
            out.print(DevHelp.text(plane.version(), plane.kubectl(), kubeconfig, manifests));
            out.flush();
            follower.follow(plane::isAlive);
            return lost();
        } finally {
            end();
        }
    }

    /** On Ctrl-C the servers may go before this process has noticed why. */
    private int lost() throws InterruptedException {
        if (!ending.await(2, TimeUnit.SECONDS)) {
            out.println("The control plane has ended by itself.");
        }
        return 1;
    }

    private boolean isEnding() {
        return ending.getCount() == 0;
    }

    private Path kubeconfig(ControlPlane plane) throws IOException {
        if (kubeconfigOut == null) {
            return plane.kubeconfigFile();
        }
        var file = kubeconfigOut.toAbsolutePath();
        plane.writeKubeconfig(file);
        return file;
    }

    private synchronized <T extends AutoCloseable> T open(T resource) throws InterruptedException {
        if (isEnding()) {
            close(resource);
            // Ctrl-C came while it was starting: whoever goes on from here would only fail.
            throw new InterruptedException("ending");
        }
        opened.push(resource);
        return resource;
    }

    /** Youngest first; also called by the shutdown hook, while {@link #run} is anywhere. */
    private synchronized void end() {
        if (isEnding()) {
            return;
        }
        ending.countDown();
        // Whatever notices that the servers go says so at length; nobody needs it now.
        quiet(Level.OFF);
        if (!opened.isEmpty()) {
            out.println();
            out.println("Ending: servers and their files go away.");
            out.flush();
        }
        opened.forEach(DevSession::close);
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (Exception atTheEnd) {
            LoggerFactory.getLogger(DevSession.class).debug("While ending", atTheEnd);
        }
    }

    private static void quiet(Level level) {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(level);
        }
    }
}
