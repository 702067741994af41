package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Where records go. Exactly one. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "has(self.stdout) != has(self.otlp)",
        message = "output has exactly one of stdout, otlp: keep one, or add a second adapter")
public record LogOutput(
        @JsonPropertyDescription("One flat JSON object a line on standard output.")
                @Nullable StdoutOutput stdout,
        @JsonPropertyDescription("A receiver of the OpenTelemetry protocol.")
                @Nullable OtlpOutput otlp) {}
