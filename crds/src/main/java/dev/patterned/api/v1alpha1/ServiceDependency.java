package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** A wait on a Service of the own namespace. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "!has(self.namespace)",
        message =
                "service.namespace is refused: a wait looks at the app's own namespace; for another one use tcp with the host name.namespace.svc",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".namespace")
@ValidationRule(
        value =
                "!has(self.provide) || (has(self.provide.selector) && size(self.provide.selector) > 0) || (has(self.condition) && self.condition == 'Exists')",
        message =
                "a provided Service without a selector never has an endpoint, but condition Ready waits for one: add provide.selector or set condition: Exists",
        fieldPath = ".provide")
public record ServiceDependency(
        @JsonPropertyDescription("Name of the Service.")
                @Required
                @Size(min = 1, max = 63)
                @Pattern("^[a-z]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("Port of the Service.") @Required @Min(1) @Max(65535) Integer port,
        @JsonPropertyDescription(
                        "Ready: something answers behind it; Exists: its DNS name resolves.")
                @Default("Ready")
                @Nullable ServiceCondition condition,
        @JsonPropertyDescription("Creates the Service when nobody else has it, and owns it.")
                @Nullable ProvidedService provide,
        @JsonPropertyDescription(
                        "Refused: a Service of another namespace is a tcp dependency on its host name.")
                @Size(max = 63)
                @Nullable String namespace) {}
