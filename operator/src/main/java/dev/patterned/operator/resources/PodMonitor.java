package dev.patterned.operator.resources;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;
import java.util.Map;

/**
 * The Prometheus Operator's kind, as far as we set it.
 *
 * <p>Source:
 * https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
 */
@Group(PodMonitor.GROUP)
@Version(PodMonitor.VERSION)
public class PodMonitor extends CustomResource<PodMonitor.Spec, Void> implements Namespaced {
    static final String GROUP = "monitoring.coreos.com";
    static final String VERSION = "v1";
    private static final long serialVersionUID = 1L;

    /**
     * Which Pods, and which of their ports.
     *
     * @param selector of Pods in the same namespace
     * @param podMetricsEndpoints maps, so that what others add to the list shows
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Spec(
            @JsonProperty("selector") LabelSelector selector,
            @JsonProperty("podMetricsEndpoints") List<Map<String, Object>> podMetricsEndpoints) {}
}
