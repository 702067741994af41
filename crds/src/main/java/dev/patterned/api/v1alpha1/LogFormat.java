package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** How main writes a line. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "(self.type == 'Regex') == has(self.regex)",
        message =
                "regex belongs to type: Regex, which needs it: add regex.pattern, or choose the other type",
        fieldPath = ".regex")
@ValidationRule(
        value = "!has(self.timeLayout) || !(self.type in ['Apache', 'Nginx'])",
        message =
                "timeLayout is for JSON, Logfmt, Regex and Plain; Apache and Nginx write their times in one way: remove it",
        fieldPath = ".timeLayout")
@ValidationRule(
        value = "!has(self.timeLayout) || self.timeLayout.matches('%[^%]')",
        message = "timeLayout has no directive such as %Y: it would parse nothing",
        fieldPath = ".timeLayout")
public record LogFormat(
        @JsonPropertyDescription(
                        "What writes the lines: Apache and Nginx are access and error logs as they come, Plain is text with an optional time and level in front.")
                @Required
                LogFormatType type,
        @JsonPropertyDescription("The expression of type Regex.") @Nullable RegexFormat regex,
        @JsonPropertyDescription(
                        "How the time is written, in directives of strptime such as %Y-%m-%d %H:%M:%S; common forms are known where absent.")
                @Size(min = 1, max = 128)
                @Nullable String timeLayout) {}
