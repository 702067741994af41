package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** Which lines belong together, such as those of a stack trace. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "''.matches(self.firstLine) ? true : true",
        message = "firstLine is no RE2 expression (no look-around, no back-references): correct it",
        fieldPath = ".firstLine")
public record Multiline(
        @JsonPropertyDescription(
                        "RE2 expression that the first line of each record matches; all others belong to the record before.")
                @Required
                @Size(min = 1, max = 1024)
                String firstLine) {}
