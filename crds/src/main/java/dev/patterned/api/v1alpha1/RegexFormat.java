package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A regular expression in RE2 syntax whose named groups become keys. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "''.matches(self.pattern) ? true : true",
        message = "pattern is no RE2 expression (no look-around, no back-references): correct it",
        fieldPath = ".pattern")
@ValidationRule(
        value = "self.pattern.matches('[(][?]P?<[A-Za-z_]')",
        message =
                "pattern has no named group such as (?P<message>.*), so that nothing would become of a match: name what is to be kept",
        fieldPath = ".pattern")
public record RegexFormat(
        @JsonPropertyDescription(
                        "RE2 expression for a whole record; each named group becomes a key, and time, level and message are known.")
                @Required
                @Size(min = 1, max = 1024)
                String pattern) {}
