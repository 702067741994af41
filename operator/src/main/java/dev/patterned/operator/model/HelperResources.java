package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * Resources of the operator's own helpers.
 *
 * <p>A Pod is Guaranteed only if every container has CPU and memory limits equal to its requests
 * (Kubernetes, "Pod Quality of Service Classes"); helpers must not take that class away from a main
 * that has it. Beside any other main they ask for little and may use more for a moment.
 */
public final class HelperResources {
    private static final String CPU = "cpu";
    private static final String MEMORY = "memory";

    /** A tailer of several files, or one wait, measured with room to spare. */
    private static final Quantity MEMORY_LIMIT = new Quantity("64Mi");

    /** Three times what a collector was seen to use. */
    private static final Quantity COLLECTOR_LIMIT = new Quantity("128Mi");

    private HelperResources() {}

    /** What a small helper beside this main asks for. */
    public static ResourceRequirements beside(ResourceRequirements main) {
        return guaranteed(main)
                ? equal("50m", MEMORY_LIMIT)
                : of("5m", new Quantity("16Mi"), "500m", MEMORY_LIMIT);
    }

    /**
     * What a collector beside this main asks for. Measured: 38 MiB idle, 44 MiB at most, 38 ms of
     * CPU for 1,000 lines.
     */
    public static ResourceRequirements ofCollector(ResourceRequirements main) {
        return guaranteed(main)
                ? equal("200m", COLLECTOR_LIMIT)
                : of("20m", new Quantity("64Mi"), "1", COLLECTOR_LIMIT);
    }

    private static ResourceRequirements equal(String cpu, Quantity memory) {
        return of(cpu, memory, cpu, memory);
    }

    private static ResourceRequirements of(
            String cpu, Quantity memory, String cpuLimit, Quantity memoryLimit) {
        return new ResourceRequirementsBuilder()
                .withRequests(new TreeMap<>(Map.of(CPU, new Quantity(cpu), MEMORY, memory)))
                .withLimits(new TreeMap<>(Map.of(CPU, new Quantity(cpuLimit), MEMORY, memoryLimit)))
                .build();
    }

    private static boolean guaranteed(ResourceRequirements main) {
        var limits = main.getLimits();
        if (limits == null || !limits.containsKey(CPU) || !limits.containsKey(MEMORY)) {
            return false;
        }
        var requests = main.getRequests();
        return requests == null || (same(CPU, requests, limits) && same(MEMORY, requests, limits));
    }

    /** An absent request is the limit. */
    private static boolean same(
            String resource, Map<String, Quantity> requests, Map<String, Quantity> limits) {
        var request = requests.get(resource);
        return request == null
                || Quantity.getAmountInBytes(request)
                                .compareTo(Quantity.getAmountInBytes(limits.get(resource)))
                        == 0;
    }
}
