package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Retries of requests that are safe to repeat. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "!has(self.perTryTimeout) || self.perTryTimeout.matches('[1-9]')",
        message = "perTryTimeout is 0: say how long one attempt may take, or leave it out",
        fieldPath = ".perTryTimeout")
public record Retries(
        @JsonPropertyDescription("How often at most, after the first attempt.")
                @Default("2")
                @Min(0)
                @Max(10)
                @Nullable Integer attempts,
        @JsonPropertyDescription("Longest time of one attempt, as a Gateway API duration.")
                @Pattern("^([0-9]{1,5}(h|m|s|ms)){1,4}$")
                @Size(max = 32)
                @Nullable String perTryTimeout) {}
