package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of main and gives out one record a line, of one shape whatever main writes. A line
 * that cannot be parsed comes out whole, marked {@code parse_error}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "self.files.all(f, !f.startsWith('/') && !f.matches('(^|/)[.][.](/|$)'))",
        message =
                "files are names or globs inside the log directory: remove the leading / and any ..",
        fieldPath = ".files")
public record LogsAdapter(
        @JsonPropertyDescription("Name of one of main.logDirectories.")
                @Required
                @Size(min = 1, max = 40)
                String logDirectory,
        @JsonPropertyDescription(
                        "File names or globs inside the directory, sub-folders included; rotated copies are found by themselves.")
                @Required
                @Size(min = 1, max = 16)
                List<@Size(min = 1, max = 255) String> files,
        @JsonPropertyDescription("How main writes a line.") @Required LogFormat format,
        @JsonPropertyDescription("Which lines belong together.") @Nullable Multiline multiline,
        @JsonPropertyDescription("Whose names the keys of a record have.") @Default("OpenTelemetry")
                @Nullable LogSchema schema,
        @JsonPropertyDescription("Where records go.") @Required LogOutput output,
        @JsonPropertyDescription("Image of the OpenTelemetry Collector, contrib distribution.")
                @Size(min = 1, max = 1024)
                @Nullable String image,
        @JsonPropertyDescription("Compute resources; measured ones where absent.")
                @Nullable ResourceRequirements resources) {
    /** An absent list or map reads as an empty one. */
    public LogsAdapter {
        files = Absent.list(files);
    }
}
