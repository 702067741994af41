package dev.patterned.operator.plan.collector;

import static dev.patterned.operator.plan.collector.Setting.mapping;

import dev.patterned.operator.model.LogAdapter;
import dev.patterned.operator.plan.collector.Setting.Mapping;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Optional;

/** How the container's memory limit is used, so that it is never reached. */
public record MemoryBudget(long limitMebibytes) {
    /** Of a collector whose container has no limit; enough, see docs/log-schema.md. */
    private static final long USUAL = 128;

    /** What the adapter's resources allow. */
    public static MemoryBudget of(LogAdapter adapter) {
        var mebibytes =
                Optional.ofNullable(adapter.resources().getLimits())
                        .map(limits -> limits.get("memory"))
                        .map(limit -> Quantity.getAmountInBytes(limit).longValue() >> 20)
                        .orElse(USUAL);
        return new MemoryBudget(Math.max(mebibytes, 1));
    }

    /** Value of {@link CollectorEnvironment#MEMORY_LIMIT}: four fifths. */
    public String goMemoryLimit() {
        return share(80) + "MiB";
    }

    /** Above the limit less the spike, files are not read on. */
    Mapping limiter() {
        return mapping()
                .with("check_interval", "1s")
                .with("limit_mib", share(64))
                .with("spike_limit_mib", share(16));
    }

    private long share(int percent) {
        return Math.max(limitMebibytes * percent / 100, 1);
    }
}
