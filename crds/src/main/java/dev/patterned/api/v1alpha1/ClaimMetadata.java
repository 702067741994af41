package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/** What a claim template says of its claims besides their spec. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = FieldRules.NAME_NOT_RESERVED,
        message = FieldRules.NAME_RESERVED_MESSAGE,
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".name")
public record ClaimMetadata(
        @JsonPropertyDescription("Name that volumeMounts use.")
                @Required
                @Size(min = 1, max = 57)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("Labels of the claims.") @Size(max = 64)
                Map<String, @Size(max = 63) String> labels,
        @JsonPropertyDescription("Annotations of the claims.") @Size(max = 64)
                Map<String, @Size(max = 8192) String> annotations) {
    /** An absent list or map reads as an empty one. */
    public ClaimMetadata {
        labels = Absent.map(labels);
        annotations = Absent.map(annotations);
    }
}
