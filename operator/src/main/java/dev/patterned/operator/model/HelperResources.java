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
    private static final Need SMALL = Need.of("5m", "50m", "500m", "16Mi", "64Mi");

    private static final Need ENVOY = Need.of("20m", "100m", "1", "80Mi", "160Mi");

    private static final Need TWEMPROXY = Need.of("20m", "100m", "1", "16Mi", "64Mi");

    /** At most three times the memory that a collector was seen to use. */
    private static final Need COLLECTOR = Need.of("20m", "200m", "1", "64Mi", "128Mi");

    private record Need(
            Quantity cpu,
            Quantity guaranteedCpu,
            Quantity mostCpu,
            Quantity memory,
            Quantity mostMemory) {
        static Need of(
                String cpu,
                String guaranteedCpu,
                String mostCpu,
                String memory,
                String mostMemory) {
            return new Need(
                    new Quantity(cpu),
                    new Quantity(guaranteedCpu),
                    new Quantity(mostCpu),
                    new Quantity(memory),
                    new Quantity(mostMemory));
        }
    }

    private HelperResources() {}

    /** What a small helper beside this main asks for. */
    public static ResourceRequirements beside(ResourceRequirements main) {
        return beside(main, SMALL);
    }

    /** What Envoy beside this main asks for: 67 MB when idle, 77 MB after load; one thread. */
    public static ResourceRequirements envoyBeside(ResourceRequirements main) {
        return beside(main, ENVOY);
    }

    /** What Twemproxy beside this main asks for: under 3 MB when idle; one thread. */
    public static ResourceRequirements twemproxyBeside(ResourceRequirements main) {
        return beside(main, TWEMPROXY);
    }

    /**
     * What a collector beside this main asks for. Measured: 38 MiB idle, 44 MiB at most, 38 ms of
     * CPU for 1,000 lines.
     */
    public static ResourceRequirements collectorBeside(ResourceRequirements main) {
        return beside(main, COLLECTOR);
    }

    private static ResourceRequirements beside(ResourceRequirements main, Need need) {
        if (guaranteed(main)) {
            var equal = Map.of(CPU, need.guaranteedCpu(), MEMORY, need.mostMemory());
            return new ResourceRequirementsBuilder()
                    .withRequests(new TreeMap<>(equal))
                    .withLimits(new TreeMap<>(equal))
                    .build();
        }
        return new ResourceRequirementsBuilder()
                .withRequests(new TreeMap<>(Map.of(CPU, need.cpu(), MEMORY, need.memory())))
                .withLimits(new TreeMap<>(Map.of(CPU, need.mostCpu(), MEMORY, need.mostMemory())))
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
