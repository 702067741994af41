package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;

/** A small config file of main, written in the spec; it may be empty, and must say so. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
        value = "!self.path.matches('/[.]{0,2}(/|$)')",
        message =
                "path is not clean: write the absolute path of one file, without //, ., .. and a slash at its end",
        fieldPath = ".path")
public record AppFile(
        @JsonPropertyDescription(
                        "Absolute path in main; a file that the image has there is hidden.")
                @Required
                @Size(min = 2, max = 512)
                @Pattern("^/[^:\\x00-\\x1f]+$")
                String path,
        @JsonPropertyDescription("Its text; another text replaces the Pods.")
                @Required
                @Size(max = 65536)
                String content) {}
