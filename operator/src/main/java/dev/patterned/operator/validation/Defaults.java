package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.AmbassadorEngine;
import dev.patterned.api.v1alpha1.InboundProtocol;
import dev.patterned.api.v1alpha1.MainContainer;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.TransportProtocol;
import dev.patterned.api.v1alpha1.WorkloadKind;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The one place where an absent field gets its value. Fixed ones stand in the schema too, where
 * {@code kubectl explain} shows them; a test holds both together.
 */
public final class Defaults {
    /** Name of the main container. */
    public static final String MAIN_NAME = "main";

    /** Number of Pods. */
    public static final int REPLICAS = 1;

    /** Least number of Pods of an autoscaled app. */
    public static final int MIN_REPLICAS = 1;

    /** What main should use of its CPU request; Kubernetes' own default. */
    public static final int CPU_PERCENT = 80;

    /** Longest wait for a dependency. */
    public static final String TIMEOUT = "5m";

    /** Pause between two attempts of a wait. */
    public static final String INTERVAL = "2s";

    /** The proxy of an ambassador. */
    static final AmbassadorEngine ENGINE = AmbassadorEngine.ENVOY;

    /** What an inbound listener speaks. */
    static final InboundProtocol INBOUND_PROTOCOL = InboundProtocol.TCP;

    /** Longest time to connect to an upstream. */
    public static final String CONNECT_TIMEOUT = "1s";

    /** Connections to all upstreams of a listener. */
    static final int MAX_CONNECTIONS = 1024;

    /** Longest time of an outbound HTTP request with its retries. */
    static final String REQUEST_TIMEOUT = "15s";

    /** Attempts after the first. */
    public static final int RETRIES = 2;

    /** Seconds that main goes on answering while others still learn that its Pod is going. */
    static final long DRAIN_SECONDS = 5;

    /** Most that a log directory may hold. */
    public static final String SIZE_LIMIT = "256Mi";

    /** Rotated copies that a tailer keeps. */
    public static final int ROTATE_KEEP = 3;

    /**
     * Seconds that a rollout may take beyond its waits before it counts as failed; Kubernetes' own
     * default.
     */
    static final int PROGRESS_ALLOWANCE_SECONDS = 600;

    /** Seconds that main has to stop; Kubernetes' own default for a Pod. */
    static final long MAIN_GRACE_SECONDS = 30;

    /** Seconds that tailers and log adapters have after main for its last lines. */
    static final long FLUSH_GRACE_SECONDS = 5;

    private Defaults() {}

    static WorkloadKind kind(PatternedAppSpec spec) {
        var kind = spec.workload() == null ? null : spec.workload().kind();
        return kind == null ? WorkloadKind.DEPLOYMENT : kind;
    }

    static String mainName(MainContainer main) {
        return main.name() == null ? MAIN_NAME : main.name();
    }

    static String protocol(@Nullable TransportProtocol protocol) {
        return (protocol == null ? TransportProtocol.TCP : protocol).name();
    }

    static Quantity sizeLimit(@Nullable Quantity limit) {
        return limit == null ? new Quantity(SIZE_LIMIT) : limit;
    }

    static Duration timeout(@Nullable String timeout) {
        return Durations.parse(timeout == null ? TIMEOUT : timeout);
    }

    static Duration interval(@Nullable String interval) {
        return Durations.parse(interval == null ? INTERVAL : interval);
    }

    static String withoutTrailingSlash(String path) {
        var end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
