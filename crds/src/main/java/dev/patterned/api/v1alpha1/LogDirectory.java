package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.Quantity;
import org.jspecify.annotations.Nullable;

/** A directory that main writes logs into. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "!has(self.volume) || (!has(self.sizeLimit) && !has(self.medium))",
        message =
                "sizeLimit and medium belong to a new emptyDir, volume names one that is there: remove one or the other",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".volume")
@ValidationRule(
        value = "!self.path.matches('(^|/)[.][.](/|$)')",
        message = "path has a .. in it: write the absolute path that is meant",
        fieldPath = ".path")
public record LogDirectory(
        @JsonPropertyDescription("Name by which helpers refer to it.")
                @Required
                @Size(min = 1, max = 40)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("Absolute path in main, and in each helper that names it.")
                @Required
                @Size(min = 2, max = 512)
                @Pattern("^/[^:\\x00-\\x1f]+$")
                String path,
        @JsonPropertyDescription(
                        "Most that may be stored, 256Mi where absent; above it the kubelet evicts the Pod.")
                @Nullable Quantity sizeLimit,
        @JsonPropertyDescription(
                        "Where the directory lives: the node's disk by default, or memory.")
                @Nullable LogMedium medium,
        @JsonPropertyDescription("Name of one of volumes to use instead of a new emptyDir.")
                @Size(min = 1, max = 57)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                @Nullable String volume) {}
