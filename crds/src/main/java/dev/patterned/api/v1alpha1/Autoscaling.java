package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A HorizontalPodAutoscaler that writes {@code spec.replicas} through the app's scale. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "self.minReplicas <= self.maxReplicas",
        message =
                "autoscaling.minReplicas is more than maxReplicas: raise maxReplicas or lower minReplicas",
        fieldPath = ".minReplicas")
public record Autoscaling(
        @JsonPropertyDescription("Least number of Pods.") @Min(1) @Default("1")
                @Nullable Integer minReplicas,
        @JsonPropertyDescription("Largest number of Pods.") @Min(1) @Required Integer maxReplicas,
        @JsonPropertyDescription(
                        "What main should use of its CPU request, in percent; helpers do not count.")
                @Min(1)
                @Max(1000)
                @Default("80")
                @Nullable Integer cpuUtilizationPercent) {}
