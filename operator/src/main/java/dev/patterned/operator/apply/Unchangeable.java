package dev.patterned.operator.apply;

import dev.patterned.api.v1alpha1.ApiKeys;
import dev.patterned.operator.resources.FixedParts;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a live object can become what is desired. Pure, so that nothing need be sent to find out.
 *
 * <p>What was sent when the object was made stands in its annotation as a hash: the live object
 * alone does not tell a field that is no longer wanted from one that the server filled in.
 */
public final class Unchangeable {
    private static final String LOAD_BALANCER = "LoadBalancer";

    private Unchangeable() {}

    /** Path of a field that would have to change and cannot; empty where there is none. */
    public static Optional<String> field(HasMetadata live, HasMetadata desired) {
        if (live instanceof Service one && desired instanceof Service other) {
            return field(one, other);
        }
        var then = hash(live);
        return then.isEmpty() || then.equals(hash(desired))
                ? Optional.empty()
                : Optional.of(name(live, desired));
    }

    private static String hash(HasMetadata object) {
        return Optional.ofNullable(object.getMetadata().getAnnotations())
                .map(annotations -> annotations.get(ApiKeys.ANNOTATION_FIXED))
                .orElse("");
    }

    /**
     * What is desired and missing, else what is there and no longer desired, as far as it shows.
     */
    private static String name(HasMetadata live, HasMetadata desired) {
        var now = FixedParts.of(live).orElse(live);
        var then = FixedParts.of(desired).orElse(desired);
        return DriftCheck.content(now, then).or(() -> Leftover.first(now, then)).orElse("spec");
    }

    /** An address, once given, stays; so does the class of a load balancer. */
    private static Optional<String> field(Service live, Service desired) {
        if (isHeadless(live) != isHeadless(desired)) {
            return Optional.of("spec.clusterIP");
        }
        var both =
                LOAD_BALANCER.equals(live.getSpec().getType())
                        && LOAD_BALANCER.equals(desired.getSpec().getType());
        return both
                        && !Objects.equals(
                                live.getSpec().getLoadBalancerClass(),
                                desired.getSpec().getLoadBalancerClass())
                ? Optional.of("spec.loadBalancerClass")
                : Optional.empty();
    }

    private static boolean isHeadless(Service service) {
        return "None".equals(service.getSpec().getClusterIP());
    }
}
