package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** StatsD lines that main sends to 127.0.0.1 by UDP. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "self.port < 19000 || self.port > 19099",
        message =
                "port 19000-19099 is reserved for the helpers' own ports (admin, health, status): choose another",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".port")
public record StatsdSource(
        @JsonPropertyDescription("UDP port on 127.0.0.1 that main sends to.")
                @Default("9125")
                @Min(1)
                @Max(65535)
                @Nullable Integer port) {}
