package dev.patterned.operator.controlplane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A running etcd and kube-apiserver that belong to this JVM: they end, and their files go away,
 * with {@link #close()}, with the JVM's ordinary end and with SIGTERM or SIGINT. After SIGKILL, the
 * next start on this machine does it.
 */
public final class ControlPlane implements AutoCloseable {

    // Between asking for a free port and the server's taking it, somebody else may.
    private static final int ATTEMPTS = 3;

    private final InstanceFolder folder;
    private final Binaries binaries;
    private final List<Daemon> daemons = new ArrayList<>();
    private final List<Path> written = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread hook = new Thread(this::end, "control-plane-end");
    private String kubeconfig = "";
    private String version = "";
    private boolean ended;

    private ControlPlane(InstanceFolder folder, Binaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    /**
     * Finds or makes the programs, starts them and waits until the API server is ready.
     *
     * @throws ControlPlaneException with a message for the user when that does not work; nothing is
     *     left behind then
     * @throws InterruptedException when the thread was interrupted; nothing is left behind then
     */
    public static ControlPlane start(ControlPlaneOptions options, Progress progress)
            throws InterruptedException {
        try {
            var binaries = BinaryFinder.find(options, progress);
            try (var step = progress.begin("Starting Kubernetes " + options.release().version())) {
                for (var attempt = 1; ; attempt++) {
                    var started = startOnce(options, binaries, attempt == ATTEMPTS, progress);
                    if (started.isPresent()) {
                        step.done();
                        return started.get();
                    }
                }
            }
        } catch (IOException | UncheckedIOException failure) {
            throw new ControlPlaneException(
                    "The control plane could not be started: " + failure, failure);
        }
    }

    /**
     * Finds or makes the programs, for whoever starts them in another way.
     *
     * @return the folder that holds kube-apiserver, etcd and kubectl under these names
     * @throws ControlPlaneException with a message for the user when that does not work
     * @throws InterruptedException when the thread was interrupted; nothing is left behind then
     */
    public static Path programs(ControlPlaneOptions options, Progress progress)
            throws InterruptedException {
        try {
            return BinaryFinder.find(options, progress).folder();
        } catch (IOException failure) {
            throw new ControlPlaneException("The programs could not be had: " + failure, failure);
        }
    }

    /** Empty when a port was taken meanwhile and it is worth another attempt. */
    private static Optional<ControlPlane> startOnce(
            ControlPlaneOptions options, Binaries binaries, boolean last, Progress progress)
            throws IOException, InterruptedException {
        var plane = new ControlPlane(InstanceFolder.create(options.cache(), progress), binaries);
        Runtime.getRuntime().addShutdownHook(plane.hook);
        var ready = false;
        try {
            ready = plane.launch(options);
            if (ready) {
                return Optional.of(plane);
            }
            if (!last && plane.daemons.stream().anyMatch(Daemon::lostItsPort)) {
                return Optional.empty();
            }
            var reports = plane.daemons.stream().map(Daemon::report).toList();
            throw new ControlPlaneException(
                    "The API server did not become ready within %s: %s"
                            .formatted(
                                    ConsoleProgress.text(options.startTimeout()),
                                    String.join(System.lineSeparator(), reports)));
        } finally {
            if (!ready) {
                plane.close();
            }
        }
    }

    private boolean launch(ControlPlaneOptions options) throws IOException, InterruptedException {
        var credentials = Credentials.create(folder);
        if (options.auditPolicy() != null) {
            Files.writeString(folder.resolve(ServerCommands.AUDIT_POLICY), options.auditPolicy());
        }
        var ports = freePorts(3);
        var port = ports.getFirst();
        launch(Binaries.ETCD, ServerCommands.etcd(binaries, folder, ports.get(1), ports.get(2)));
        launch(
                Binaries.API_SERVER,
                ServerCommands.apiServer(options, binaries, folder, port, ports.get(1)));
        var server = ServerCommands.url("https", port);
        var certificate = folder.resolve(ServerCommands.CERTIFICATES).resolve("apiserver.crt");
        var answer =
                new Readiness(server, certificate, credentials.token())
                        .await(daemons, options.startTimeout());
        if (answer.isEmpty()) {
            return false;
        }
        version = answer.get();
        kubeconfig = credentials.kubeconfig(server, certificate);
        Credentials.writePrivately(kubeconfigFile(), kubeconfig);
        return true;
    }

    private void launch(String name, List<String> command) throws IOException {
        lock.lock();
        try {
            if (ended) {
                throw new ControlPlaneException("This process is ending.");
            }
            daemons.add(Daemon.start(name, command, folder.resolve(name + ".log")));
        } finally {
            lock.unlock();
        }
    }

    /**
     * A kubeconfig (YAML) for the administrator; it needs no other file and is of use until {@link
     * #close()}.
     */
    public String kubeconfig() {
        return kubeconfig;
    }

    /** A file with {@link #kubeconfig()}, readable for this user only. */
    public Path kubeconfigFile() {
        return folder.resolve("kubeconfig");
    }

    /**
     * Writes {@link #kubeconfig()} to another file that only this user can read; {@link #close()}
     * removes it.
     *
     * @throws ControlPlaneException when the file exists: it may be somebody's way to a cluster
     */
    public void writeKubeconfig(Path file) throws IOException {
        lock.lock();
        try {
            if (Files.exists(file)) {
                throw new ControlPlaneException(
                        "%s exists; it is not overwritten.".formatted(file));
            }
            Credentials.writePrivately(file, kubeconfig);
            written.add(file);
        } finally {
            lock.unlock();
        }
    }

    /** The kubectl of the same release. */
    public Path kubectl() {
        return binaries.kubectl();
    }

    /** What the API server says it is, such as {@code 1.37.2}. */
    public String version() {
        return version;
    }

    /**
     * One JSON object a line; empty when the options had no audit policy. Goes away with {@link
     * #close()}.
     */
    public Optional<Path> auditLog() {
        var log = folder.resolve(ServerCommands.AUDIT_LOG);
        return Files.exists(log) ? Optional.of(log) : Optional.empty();
    }

    /** Where the servers' files are while they run, their logs among them. */
    public Path folder() {
        return folder.path();
    }

    /** The ids of the servers' processes. */
    public List<Long> processIds() {
        return daemons.stream().map(Daemon::pid).toList();
    }

    /** Whether both servers run. */
    public boolean isAlive() {
        return daemons.stream().allMatch(Daemon::isAlive);
    }

    /**
     * Ends the servers and removes every file that was written, all within a second; a second call
     * does nothing.
     */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The hook found, or will find, everything done.
            return;
        }
    }

    private void end() {
        lock.lock();
        try {
            if (ended) {
                return;
            }
            ended = true;
            // The API server first, or it fills its log with complaints about a lost etcd.
            daemons.reversed().forEach(Daemon::close);
            try (folder) {
                for (var file : written) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ports that were free a moment ago, all different. */
    private static List<Integer> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (var i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }
}
