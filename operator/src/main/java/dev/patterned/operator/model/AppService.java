package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A Service of this app.
 *
 * @param options the fields that Kubernetes defines and that pass through; ports and selector come
 *     with the resources
 */
public record AppService(
        String name,
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations,
        List<Port> ports,
        ServiceSpec options) {
    public AppService {
        ports = List.copyOf(ports);
    }

    /**
     * A port of a Service.
     *
     * @param targetPort the number of the container's port: generated Services never target by name
     * @param protocol TCP, UDP or SCTP: the target's
     */
    public record Port(
            String name, int port, int targetPort, String protocol, @Nullable String appProtocol) {}
}
