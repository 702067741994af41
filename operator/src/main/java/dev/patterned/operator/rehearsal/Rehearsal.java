package dev.patterned.operator.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patterned.operator.config.Clients;
import dev.patterned.operator.config.Settings;
import dev.patterned.operator.reconcile.OperatorRunner;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** An operator that brings up apps, starts again over them, and repairs an edit of each. */
public final class Rehearsal {
    /** Enough for what each pass runs through to be hot, and done in a few seconds. */
    private static final int APPS = 300;

    private static final int MOST_SECONDS = 120;
    private static final String APP = "patternedapps";
    private static final String WORKLOAD = "deployments";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Semaphore statuses = new Semaphore(0);
    private final Semaphore workloads = new Semaphore(0);
    private final List<ObjectPath> apps;

    private Rehearsal(int apps) {
        this.apps =
                IntStream.range(0, apps)
                        .mapToObj(number -> new ObjectPath("rehearsal-" + number, APP, "web"))
                        .toList();
    }

    /**
     * Runs it; takes some seconds.
     *
     * @param manifest of an app that becomes a Deployment
     * @throws IllegalStateException when it does not come to its end
     */
    public static void run(String manifest) {
        run(manifest, APPS);
    }

    /** With fewer apps, for a look at whether it works. */
    static void run(String manifest, int apps) {
        try {
            new Rehearsal(apps).rehearse(manifest);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void rehearse(String manifest) throws IOException, InterruptedException {
        var app = app(manifest);
        try (var server = new PretendedServer(this::written)) {
            for (var path : apps) {
                server.put(path, app.deepCopy());
            }
            operate(server, () -> await(statuses));
            workloads.drainPermits();
            operate(
                    server,
                    () -> {
                        edit(server);
                        await(workloads);
                    });
        }
    }

    private ObjectNode app(String manifest) throws IOException {
        var serialization = new KubernetesSerialization();
        return (ObjectNode)
                mapper.readTree(serialization.asJson(serialization.unmarshal(manifest)));
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void operate(PretendedServer server, Work work)
            throws IOException, InterruptedException {
        var cluster =
                new ConfigBuilder(Config.empty())
                        .withMasterUrl(server.url())
                        .withNamespace("default")
                        .build();
        var settings = Settings.read(Map.of(), List.of("--http-host=127.0.0.1", "--http-port=0"));
        try (var client = Clients.create(cluster);
                var _ = OperatorRunner.start(client, settings)) {
            work.run();
        }
    }

    /** Takes something away from each workload, as somebody might. */
    private void edit(PretendedServer server) throws IOException {
        for (var app : apps) {
            var path = new ObjectPath(app.namespace(), WORKLOAD, app.name());
            var workload = server.get(path);
            workload.withObject("/spec").remove("template");
            server.put(path, workload);
        }
    }

    private void written(ObjectPath path) {
        if (path.resource().equals(APP)) {
            statuses.release();
        }
        if (path.resource().equals(WORKLOAD)) {
            workloads.release();
        }
    }

    private void await(Semaphore written) throws InterruptedException {
        if (!written.tryAcquire(apps.size(), MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "only %d of %d apps".formatted(written.availablePermits(), apps.size()));
        }
    }
}
