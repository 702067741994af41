package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Gives the outside a uniform view of an app that was not written for it (the adapter pattern). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "[has(self.logs), has(self.metrics), has(self.custom)].filter(x, x).size() == 1",
        message =
                "an adapter has exactly one of logs, metrics, custom: keep one, or split it in two adapters")
@ValidationRule(
        value =
                "!has(self.metrics) || (size(self.name) <= 15 && self.name.matches('[a-z]') && !self.name.contains('--'))",
        message =
                "the port of a metrics adapter has the adapter's name, and a port's name has at most 15 characters, one letter and no --: choose another",
        fieldPath = ".name")
@ValidationRule(
        value = FieldRules.NAME_NOT_RESERVED,
        message = FieldRules.NAME_RESERVED_MESSAGE,
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".name")
public record Adapter(
        @JsonPropertyDescription(
                        "Name of the container; for metrics also of its port, then of at most 15 characters.")
                @Required
                @Size(min = 1, max = 57)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("Turns lines that main writes into one shape.")
                @Nullable LogsAdapter logs,
        @JsonPropertyDescription("Shows what main knows of itself as Prometheus metrics.")
                @Nullable MetricsAdapter metrics,
        @JsonPropertyDescription("Your own container, which reads log directories.")
                @Nullable CustomAdapter custom) {}
