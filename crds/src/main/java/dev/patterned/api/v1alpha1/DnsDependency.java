package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A wait on a host name. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = FieldRules.HOST_NAME,
        message =
                "dns.host is not a DNS name: an address needs no resolving, a port or URL belongs into a tcp or http dependency",
        fieldPath = ".host")
public record DnsDependency(
        @JsonPropertyDescription("DNS name that must resolve to an address.")
                @Required
                @Size(min = 1, max = 253)
                String host) {}
