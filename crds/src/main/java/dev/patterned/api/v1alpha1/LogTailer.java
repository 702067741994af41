package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints files that main writes on its own standard output (the sidecar pattern). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "self.files.all(f, !f.startsWith('/') && !f.matches('(^|/)[.][.](/|$)'))",
        message =
                "files are names or globs inside the log directory: remove the leading / and any ..",
        fieldPath = ".files")
@ValidationRule(
        value = FieldRules.NAME_NOT_RESERVED,
        message = FieldRules.NAME_RESERVED_MESSAGE,
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".name")
public record LogTailer(
        @JsonPropertyDescription("Name of the container.")
                @Required
                @Size(min = 1, max = 57)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("Name of one of main.logDirectories.")
                @Required
                @Size(min = 1, max = 40)
                String logDirectory,
        @JsonPropertyDescription("File names or globs inside the directory, sub-folders included.")
                @Required
                @Size(min = 1, max = 16)
                List<@Size(min = 1, max = 255) String> files,
        @JsonPropertyDescription("Where reading starts in a file that is already there.")
                @Default("Beginning")
                @Nullable ReadFrom readFrom,
        @JsonPropertyDescription("What stands before each line.") @Default("None")
                @Nullable LinePrefix prefix,
        @JsonPropertyDescription("Keeps the files below a size by copy and truncate.")
                @Nullable Rotation rotate,
        @JsonPropertyDescription("Image with a BusyBox-like shell, tail and awk.")
                @Size(min = 1, max = 1024)
                @Nullable String image,
        @JsonPropertyDescription("Compute resources; small ones where absent.")
                @Nullable ResourceRequirements resources) {
    /** An absent list or map reads as an empty one. */
    public LogTailer {
        files = Absent.list(files);
    }
}
