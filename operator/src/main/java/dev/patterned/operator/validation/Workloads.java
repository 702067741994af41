package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.operator.model.Workload;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The workload of the model: one builder a kind. */
final class Workloads {
    private Workloads() {}

    static Workload of(PatternedAppSpec spec) {
        var said = spec.workload();
        return switch (Defaults.kind(spec)) {
            case DEPLOYMENT -> Deployments.of(spec, said == null ? null : said.deployment());
            case STATEFUL_SET -> StatefulSets.of(spec, said == null ? null : said.statefulSet());
            case DAEMON_SET -> DaemonSets.of(said == null ? null : said.daemonSet());
            case JOB -> new Workload.Job(Jobs.of(said == null ? null : said.job()));
            case CRON_JOB ->
                    CronJobs.of(Objects.requireNonNull(Objects.requireNonNull(said).cronJob()));
            case POD -> new Workload.Pod();
        };
    }

    /** What becomes of a container that has ended, as the Pod says it. */
    static String restartPolicy(PatternedAppSpec spec) {
        var said = spec.workload();
        return switch (Defaults.kind(spec)) {
            case DEPLOYMENT, STATEFUL_SET, DAEMON_SET -> "Always";
            case JOB -> Jobs.restartPolicy(said == null ? null : said.job());
            case CRON_JOB ->
                    Jobs.restartPolicy(
                            said == null || said.cronJob() == null ? null : said.cronJob().job());
            case POD -> BarePods.restartPolicy(said == null ? null : said.pod());
        };
    }

    static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
