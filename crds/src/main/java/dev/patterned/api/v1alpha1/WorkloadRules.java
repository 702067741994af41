package dev.patterned.api.v1alpha1;

/** CEL of the rules about a workload that look at the spec as a whole. */
final class WorkloadRules {
    private static final String KIND =
            "(has(self.workload) && has(self.workload.kind) ? self.workload.kind : 'Deployment')";

    /** Compares what is meant, so that leaving it out is no way around. */
    static final String KIND_STAYS =
            KIND
                    + " == (has(oldSelf.workload) && has(oldSelf.workload.kind) ? oldSelf.workload.kind : 'Deployment')";

    static final String REPLICAS_HAVE_A_KIND =
            "!has(self.replicas) || self.replicas == 1 || "
                    + KIND
                    + " in ['Deployment', 'StatefulSet']";

    static final String AUTOSCALING_HAS_A_KIND =
            "!has(self.autoscaling) || " + KIND + " in ['Deployment', 'StatefulSet']";

    static final String BUDGET_HAS_A_KIND =
            "!has(self.disruptionBudget) || " + KIND + " in ['Deployment', 'StatefulSet']";

    static final String SERVICE_NAME_IS_OWN =
            "!has(self.workload) || !has(self.workload.statefulSet) || "
                    + "!has(self.workload.statefulSet.serviceName) || (has(self.services) && "
                    + "self.services.exists(s, s.name == self.workload.statefulSet.serviceName && "
                    + "has(s.headless) && s.headless))";

    private WorkloadRules() {}
}
