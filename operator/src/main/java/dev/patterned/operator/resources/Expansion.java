package dev.patterned.operator.resources;

import dev.patterned.operator.model.App;
import dev.patterned.operator.plan.Planner;
import dev.patterned.operator.plan.PodPlan;
import dev.patterned.operator.resources.Child.Claim;
import java.util.ArrayList;
import java.util.List;

/** Everything that an app becomes. Pure: a function of the app and its configuration's version. */
public final class Expansion {
    private Expansion() {}

    /** The children as they are offline, where nobody knows what ConfigMaps hold. */
    public static List<Child> children(App app) {
        return children(app, Planner.plan(app), ConfigVersion.UNKNOWN);
    }

    /**
     * The children, the workload last: a Pod can start only where its ConfigMap is, a wait finds
     * its Service sooner when that comes before it, and a policy holds from a Pod's first packet on
     * when it is there first. Among the others no order matters.
     *
     * @param plan of this app
     */
    public static List<Child> children(App app, PodPlan plan, ConfigVersion config) {
        var children = new ArrayList<Child>();
        for (var files : plan.configs()) {
            children.add(new Child(ConfigMaps.configMap(app.id(), files), Claim.EXCLUSIVE));
        }
        for (var service : Services.provided(app)) {
            children.add(new Child(service, Claim.SHARED));
        }
        for (var service : app.services()) {
            children.add(new Child(Services.own(app.id(), service), Claim.EXCLUSIVE));
        }
        if (app.isolation().byNetworkPolicy()) {
            children.add(new Child(NetworkPolicies.policy(app), Claim.EXCLUSIVE));
        }
        StatefulSets.governingService(app)
                .ifPresent(service -> children.add(new Child(service, Claim.EXCLUSIVE)));
        app.availability()
                .autoscaling()
                .map(autoscaling -> Autoscalers.autoscaler(app, autoscaling))
                .ifPresent(autoscaler -> children.add(new Child(autoscaler, Claim.EXCLUSIVE)));
        app.availability()
                .disruptionBudget()
                .map(budget -> DisruptionBudgets.budget(app, budget))
                .ifPresent(budget -> children.add(new Child(budget, Claim.EXCLUSIVE)));
        for (var monitor : PodMonitors.podMonitors(app)) {
            children.add(new Child(monitor, Claim.EXCLUSIVE));
        }
        var workload = Workloads.workload(app, plan);
        config.stamp(workload);
        children.add(new Child(workload, Claim.EXCLUSIVE));
        children.forEach(child -> Finish.finish(app.id(), child.object()));
        return List.copyOf(children);
    }
}
