package dev.patterned.operator.plan;

import dev.patterned.operator.model.App;
import java.util.ArrayList;
import java.util.List;

/** Asks every contributor, and merges. Pure. */
public final class Planner {
    private Planner() {}

    /** The Pod of an app. */
    public static PodPlan plan(App app) {
        return Merger.merge(app, contributions(app));
    }

    private static List<Contribution> contributions(App app) {
        var all = new ArrayList<Contribution>();
        if (app.isolation().byPacketFilter()) {
            all.add(PacketFilter.contribute(app));
        }
        for (var directory : app.main().logDirectories()) {
            all.add(LogDirectories.contribute(directory));
        }
        if (!app.main().files().isEmpty()) {
            all.add(Files.contribute(app.main().files()));
        }
        for (var ambassador : app.ambassadors()) {
            all.add(Ambassadors.contribute(ambassador));
        }
        for (var dependency : app.dependencies()) {
            all.add(Waits.contribute(app, dependency));
        }
        for (var task : app.initTasks()) {
            all.add(InitTasks.contribute(task));
        }
        all.addAll(Adapters.contribute(app));
        for (var tailer : app.logTailers()) {
            all.add(LogTailers.contribute(app, tailer));
        }
        for (var sidecar : app.sidecars()) {
            all.add(Sidecars.contribute(sidecar));
        }
        return all;
    }
}
