package dev.patterned.operator.cli;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.health.Discovery;
import dev.patterned.operator.resources.Child;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Watches apps and their children, and prints what changes. */
final class DevFollower implements AutoCloseable {
    /** What belongs together comes together: one pass of the operator is shown as one. */
    private static final long QUIET_MILLIS = 300;

    /** How long the first look waits for the operator. */
    private static final long FIRST_LOOK_MILLIS = 10_000;

    private static final String DELETED =
            "was deleted (its children stay: in a full cluster the garbage collector takes them)";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final KubernetesClient client;
    private final PrintWriter out;
    private final Semaphore changed = new Semaphore(0);
    private final SharedIndexInformer<PatternedApp> apps;
    private final List<SharedIndexInformer<? extends HasMetadata>> children = new ArrayList<>();
    private final List<Class<? extends HasMetadata>> unknown =
            new ArrayList<>(Child.OPTIONAL_KINDS);
    private SortedMap<String, Map<String, Row>> shown = new TreeMap<>();

    DevFollower(KubernetesClient client, PrintWriter out) {
        this.client = client;
        this.out = out;
        apps = client.resources(PatternedApp.class).inAnyNamespace().inform(signal());
        for (var kind : Child.KINDS) {
            if (!unknown.contains(kind)) {
                children.add(informer(client, kind));
            }
        }
    }

    /** What is applied may define them. */
    private void followKindsThatCame() {
        for (var kind : Child.OPTIONAL_KINDS) {
            if (unknown.contains(kind) && Discovery.serves(client, kind)) {
                unknown.remove(kind);
                children.add(informer(client, kind));
            }
        }
    }

    private <T extends HasMetadata> SharedIndexInformer<T> informer(
            KubernetesClient client, Class<T> kind) {
        return client.resources(kind)
                .inAnyNamespace()
                .withLabel(ApiKeys.LABEL_MANAGED_BY, ApiKeys.MANAGER)
                .inform(signal());
    }

    private <T> ResourceEventHandler<T> signal() {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(T object) {
                changed.release();
            }

            @Override
            public void onUpdate(T before, T after) {
                changed.release();
            }

            @Override
            public void onDelete(T object, boolean finalStateUnknown) {
                changed.release();
            }
        };
    }

    /** Prints every app as a tree, once the operator has looked at all of them. */
    void showTrees() throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FIRST_LOOK_MILLIS);
        settle();
        while (System.nanoTime() < deadline
                && !apps.getStore().list().stream().allMatch(DevFollower::isSeen)) {
            settle();
        }
        shown = look();
        shown.forEach(this::printTree);
    }

    private static boolean isSeen(PatternedApp app) {
        return app.getStatus() != null
                && app.getStatus().observedGeneration() != null
                && app.getStatus().observedGeneration().equals(app.getMetadata().getGeneration());
    }

    /** Prints a line for each change, and a tree for each new app; returns when nobody is there. */
    void follow(BooleanSupplier alive) throws InterruptedException {
        while (alive.getAsBoolean()) {
            settle();
            var now = look();
            now.forEach(this::print);
            shown.keySet().stream()
                    .filter(app -> !now.containsKey(app))
                    .forEach(app -> out.println(stamp(app) + DELETED));
            out.flush();
            shown = now;
        }
    }

    private void print(String app, Map<String, Row> rows) {
        var before = shown.get(app);
        if (before == null) {
            printTree(app, rows);
        } else {
            RowChanges.between(before, rows).forEach(line -> out.println(stamp(app) + line));
        }
    }

    private static String stamp(String app) {
        return LocalTime.now(ZoneId.systemDefault()).format(TIME) + " " + app + " ";
    }

    private void printTree(String app, Map<String, Row> rows) {
        var namespace = app.substring(0, app.indexOf('/'));
        out.println();
        RowChanges.tree(namespace, rows, Terminals.isPlain()).forEach(out::println);
        out.flush();
    }

    /** Waits at most a second for a change, then until no more comes. */
    private void settle() throws InterruptedException {
        if (!changed.tryAcquire(1, TimeUnit.SECONDS)) {
            return;
        }
        do {
            changed.drainPermits();
        } while (changed.tryAcquire(QUIET_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Rows of every app, by namespace and name. */
    private SortedMap<String, Map<String, Row>> look() {
        followKindsThatCame();
        var all = new ArrayList<HasMetadata>();
        children.forEach(informer -> all.addAll(informer.getStore().list()));
        var rows = new TreeMap<String, Map<String, Row>>();
        for (var app : apps.getStore().list()) {
            var metadata = app.getMetadata();
            rows.put(metadata.getNamespace() + "/" + metadata.getName(), AppRows.rows(app, all));
        }
        return rows;
    }

    @Override
    public void close() {
        apps.close();
        children.forEach(SharedIndexInformer::close);
    }
}
