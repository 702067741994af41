package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import org.jspecify.annotations.Nullable;

/** Shows what main knows of itself as Prometheus metrics, by the standard exporter of its kind. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "self.port < 19000 || self.port > 19099",
        message =
                "port 19000-19099 is reserved for the helpers' own ports (admin, health, status): choose another",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".port")
public record MetricsAdapter(
        @JsonPropertyDescription("What main is.") @Required MetricsSource source,
        @JsonPropertyDescription(
                        "Port on which Prometheus finds /metrics; its name is the adapter's.")
                @Required
                @Min(1)
                @Max(65535)
                Integer port,
        @JsonPropertyDescription("Also makes a PodMonitor, where the cluster knows the kind.")
                @Nullable PodMonitorOptions podMonitor,
        @JsonPropertyDescription("Image of the exporter.") @Size(min = 1, max = 1024)
                @Nullable String image,
        @JsonPropertyDescription("Compute resources; small ones where absent.")
                @Nullable ResourceRequirements resources) {}
