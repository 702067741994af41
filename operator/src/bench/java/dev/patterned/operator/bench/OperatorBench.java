package dev.patterned.operator.bench;

import dev.patterned.operator.config.Clients;
import dev.patterned.operator.controlplane.ConsoleProgress;
import dev.patterned.operator.controlplane.ControlPlane;
import dev.patterned.operator.controlplane.ControlPlaneOptions;
import dev.patterned.operator.health.Definitions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Prints how fast the operator is; fails only when it does not do its work. */
class OperatorBench {
    private static final String KEPT = "kept";
    private static final String LOADED = "loaded";
    private static final String CRD = "/dev/patterned/api/patternedapps.patterned.dev.yaml";

    private final Size size = Size.fromProperties();

    @Test
    void createsRestartsAndRepairs() throws Exception {
        var options = ControlPlaneOptions.defaults();
        try (var plane = ControlPlane.start(options, ConsoleProgress.standardError());
                var client = Clients.create(Config.fromKubeconfig(plane.kubeconfig()))) {
            prepare(client);
            say("%d cores, %d MiB; API server %s; warm-up %d, then %d apps with 3 children, %d at a time".formatted(Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() >> 20,
                    plane.version(),
                    size.warmUp(),
                    size.apps(),
                    size.width()));
            load(client);
            try (var operator = OperatorProcess.start(plane.kubeconfigFile(), KEPT)) {
                create(client, operator);
            }
            try (var operator = restart(client, plane)) {
                repair(client);
                say("resident at the end: %.0f MiB".formatted(operator.residentMebibytes()));
            }
            repairByLoader(client);
        }
    }

    private static void prepare(KubernetesClient client) throws IOException {
        try (var in = OperatorBench.class.getResourceAsStream(CRD)) {
            var crd =
                    client.getKubernetesSerialization()
                            .<CustomResourceDefinition>unmarshal(in);
            client.resource(crd).serverSideApply();
            client.apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .withName(crd.getMetadata().getName())
                    .waitUntilCondition(Definitions::isEstablished, 30, TimeUnit.SECONDS);
        }
        for (var name : List.of(KEPT, LOADED)) {
            client.resource(
                            new NamespaceBuilder()
                                    .withNewMetadata()
                                    .withName(name)
                                    .endMetadata()
                                    .build())
                    .create();
        }
    }

    /** The bare loader first: what it reaches is what the machine can. */
    private void load(KubernetesClient client) throws Exception {
        var loader = new Loader(client);
        Burst.Beside work =
                name -> {
                    var children = BenchApps.children(BenchApps.app(LOADED, name));
                    return app -> loader.load(app, children);
                };
        Burst.of(client, LOADED, "warm", size.warmUp(), size.width(), size.warmUp(), work);
        var before = Requests.now(client);
        var burst = Burst.of(client, LOADED, "app", size.apps(), size.width(), size.apps(), work);
        print("loader  ", burst, Requests.now(client).since(before));
        paced("loader  ", client, LOADED, work);
    }

    private void create(KubernetesClient client, OperatorProcess operator) throws Exception {
        Burst.Beside nothing = _ -> _ -> {};
        Burst.of(client, KEPT, "warm", size.warmUp(), size.width(), size.warmUp(), nothing);
        say("resident after the warm-up: %.0f MiB".formatted(operator.residentMebibytes()));
        var before = Requests.now(client);
        var cpu = operator.cpuSeconds();
        var burst = Burst.of(client, KEPT, "app", size.apps(), size.width(), size.apps(), nothing);
        print("operator", burst, Requests.now(client).since(before));
        say("operator: %.2f ms CPU an app, resident at %d apps: %.0f MiB".formatted((operator.cpuSeconds() - cpu) * 1000 / size.apps(),
                size.warmUp() + size.apps(),
                operator.residentMebibytes()));
        paced("operator", client, KEPT, nothing);
    }

    /** One after the other, as people create them. */
    private void paced(String who, KubernetesClient client, String namespace, Burst.Beside beside)
            throws Exception {
        var burst = Burst.of(client, namespace, "slow", size.slow(), 1, 1, beside);
        say("%s: one app at a time, creation to status %s".formatted(who, burst.statuses()));
    }

    private OperatorProcess restart(KubernetesClient client, ControlPlane plane)
            throws IOException, InterruptedException {
        var before = Requests.now(client);
        var begin = System.nanoTime();
        var operator = OperatorProcess.start(plane.kubeconfigFile(), KEPT);
        var ready = (System.nanoTime() - begin) / 1e9;
        operator.awaitPasses(size.all());
        say("restart over %d apps: ready after %.1f s, looked at all after %.1f s, other requests than lists and watches: %d".formatted(size.all(),
                ready,
                (System.nanoTime() - begin) / 1e9,
                Requests.now(client).since(before)));
        return operator;
    }

    private void repair(KubernetesClient client) {
        try (var repairs = new Repairs(client, KEPT, _ -> {})) {
            say("operator: %d edits repaired: %s".formatted(size.edits(), repairs.edit(live(KEPT), size.edits())));
        }
    }

    private void repairByLoader(KubernetesClient client) {
        var loader = new Loader(client);
        var right =
                live(LOADED).stream()
                        .collect(
                                Collectors.toMap(
                                        OperatorBench::key, child -> child));
        try (ExecutorService pool = Executors.newFixedThreadPool(size.width());
                var repairs =
                        new Repairs(
                                client,
                                LOADED,
                                drifted ->
                                        pool.execute(() -> loader.apply(Objects.requireNonNull(right.get(key(drifted))))))) {
            say("loader:   %d edits repaired: %s".formatted(size.edits(), repairs.edit(live(LOADED), size.edits())));
        }
    }

    private static String key(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }

    /** Children of the apps that were counted, without what a server adds. */
    private List<HasMetadata> live(String namespace) {
        return IntStream.range(0, size.apps())
                .mapToObj(number -> BenchApps.app(namespace, "app-" + number))
                .flatMap(app -> BenchApps.children(app).stream())
                .toList();
    }

    private static void print(String who, Burst burst, long requests) {
        say("%s: %.1f apps/s, %.2f requests an app beside its creation, creation to status %s".formatted(who,
                burst.appsPerSecond(),
                (requests - burst.apps()) / (double) burst.apps(),
                burst.statuses()));
    }

    private static void say(String line) {
        System.out.println("bench: " + line);
    }
}
