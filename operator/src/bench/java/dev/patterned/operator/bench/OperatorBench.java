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

    private static final Burst.Beside NOTHING = _ -> _ -> {};

    private final Size size = Size.fromProperties();
    private final Goals goals = new Goals();
    private double loadedPerSecond = Double.NaN;

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
            if (!Boolean.getBoolean("bench.alone")) {
                load(client);
                repairByLoader(client);
                Loader.clear(client, LOADED);
            }
            try (var operator = OperatorProcess.start(plane.kubeconfigFile(), KEPT)) {
                create(client, operator);
            }
            try (var operator = restart(client, plane)) {
                repair(client);
                say("resident at the end: %.0f MiB".formatted(operator.usage().resident()));
            }
            goals.lines().forEach(OperatorBench::say);
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
        warmUp(client, "loader", LOADED, work);
        var before = Requests.now(client);
        var first = counted(client, "loader", LOADED, 0, size.first(), work);
        var usage = ownUsage();
        var rest = counted(client, "loader", LOADED, size.first(), size.apps(), work);
        print("loader", first.then(rest), Requests.now(client).since(before));
        say("loader: %s, with the creations and the watch beside it".formatted(ownUsage().since(usage).perApp(rest.apps())));
        loadedPerSecond = first.then(rest).appsPerSecond();
        paced(client, "loader", LOADED, work);
    }

    private static Usage ownUsage() throws IOException {
        return Usage.of(ProcessHandle.current().pid());
    }

    private void create(KubernetesClient client, OperatorProcess operator) throws Exception {
        warmUp(client, "operator", KEPT, NOTHING);
        var before = Requests.now(client);
        var passes = operator.passes();
        var begin = operator.usage();
        var first = counted(client, "operator", KEPT, 0, size.first(), NOTHING);
        var middle = operator.usage();
        var rest = counted(client, "operator", KEPT, size.first(), size.apps(), NOTHING);
        var warm = operator.usage().since(middle);
        print("operator", first.then(rest), Requests.now(client).since(before));
        say("operator: %.2f passes an app".formatted((operator.passes() - passes) / (double) size.apps()));
        say("operator: first %d: %s".formatted(first.apps(), middle.since(begin).perApp(first.apps())));
        say("operator: next %d: %s".formatted(rest.apps(), warm.perApp(rest.apps())));
        say("operator: resident at %d apps %.0f MiB, at %d %.0f MiB, at %d %.0f MiB".formatted(
                size.warmUp(), begin.resident(),
                size.warmUp() + size.first(), middle.resident(),
                size.warmUp() + size.apps(), warm.resident()));
        goals.atLeast(0.65, "apps/s, as a part of the loader's", first.then(rest).appsPerSecond() / loadedPerSecond);
        goals.atMost(6, "ms CPU an app, the last %d".formatted(rest.apps()), warm.cpu() * 1000 / rest.apps());
        goals.atMost(220, "MiB resident at %d apps".formatted(size.warmUp() + size.first()), middle.resident());
        paced(client, "operator", KEPT, NOTHING);
    }

    private void warmUp(KubernetesClient client, String who, String namespace, Burst.Beside beside)
            throws InterruptedException {
        say("  %s: %d apps to warm up".formatted(who, size.warmUp()));
        Burst.of(client, namespace, names("warm", 0, size.warmUp()), size.width(), size.warmUp(), beside);
    }

    private Burst counted(
            KubernetesClient client,
            String who,
            String namespace,
            int from,
            int to,
            Burst.Beside beside)
            throws InterruptedException {
        say("  %s: apps %d to %d of %d".formatted(who, from + 1, to, size.apps()));
        return Burst.of(client, namespace, names("app", from, to), size.width(), to - from, beside);
    }

    private static List<String> names(String prefix, int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> prefix + "-" + number).toList();
    }

    /** One after the other, as people create them. */
    private void paced(KubernetesClient client, String who, String namespace, Burst.Beside beside)
            throws Exception {
        say("  %s: %d apps, one after the other".formatted(who, size.slow()));
        var burst = Burst.of(client, namespace, names("slow", 0, size.slow()), 1, 1, beside);
        say("%s: one app at a time, creation to status %s".formatted(who, burst.statuses()));
    }

    private OperatorProcess restart(KubernetesClient client, ControlPlane plane)
            throws IOException, InterruptedException {
        var before = Requests.now(client);
        var begin = System.nanoTime();
        var operator = OperatorProcess.start(plane.kubeconfigFile(), KEPT);
        var ready = (System.nanoTime() - begin) / 1e9;
        var usage = operator.usage();
        operator.awaitPasses(size.all());
        var writes = Requests.now(client).since(before);
        goals.atMost(5, "s until ready over %d apps".formatted(size.all()), ready);
        goals.atMost(0, "writes after a restart", (double) writes);
        say("restart over %d apps: ready after %.1f s (%s), looked at all after %.1f s, other requests than lists and watches: %d".formatted(size.all(),
                ready,
                usage.inSeconds(),
                (System.nanoTime() - begin) / 1e9,
                writes));
        return operator;
    }

    private void repair(KubernetesClient client) {
        try (var repairs = new Repairs(client, KEPT, _ -> {})) {
            var times = repairs.edit(live(KEPT), size.edits());
            goals.atMost(250, "ms until an edit is repaired, p99", times.percentile(99));
            say("operator: %d edits repaired: %s".formatted(size.edits(), times));
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
            say("loader: %d edits repaired: %s".formatted(size.edits(), repairs.edit(live(LOADED), size.edits())));
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
