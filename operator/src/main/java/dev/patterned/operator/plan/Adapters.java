package dev.patterned.operator.plan;

import dev.patterned.operator.model.Adapter;
import dev.patterned.operator.model.App;
import dev.patterned.operator.model.CustomAdapter;
import dev.patterned.operator.model.LogAdapter;
import dev.patterned.operator.model.MetricsAdapter;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import java.util.ArrayList;
import java.util.List;

/** Adapters, each by its kind. */
final class Adapters {
    private Adapters() {}

    static List<Contribution> contribute(App app) {
        var contributions = new ArrayList<Contribution>();
        for (var adapter : app.adapters()) {
            contributions.add(contribute(app, adapter));
        }
        if (app.adapters().stream().anyMatch(LogAdapter.class::isInstance)) {
            contributions.add(Gate.contribute(app));
        }
        return contributions;
    }

    private static Contribution contribute(App app, Adapter adapter) {
        return switch (adapter) {
            case LogAdapter logs -> LogAdapters.contribute(app, logs);
            case MetricsAdapter metrics -> by(adapter, MetricsAdapters.container(app, metrics));
            case CustomAdapter custom -> by(adapter, container(custom));
        };
    }

    static String owner(Adapter adapter) {
        return "adapter \"" + adapter.name() + "\"";
    }

    private static Contribution by(Adapter adapter, Container container) {
        return Contribution.by(owner(adapter)).place(Stage.SIDECARS, container).build();
    }

    /** The user's own: as a sidecar. */
    private static Container container(CustomAdapter adapter) {
        return new ContainerBuilder(adapter.container())
                .addAllToVolumeMounts(LogDirectories.readOnly(adapter.logDirectories()))
                .withRestartPolicy(Helpers.NATIVE_SIDECAR)
                .build();
    }
}
