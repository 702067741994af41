package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A PodMonitor for the Prometheus Operator. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "!has(self.labels) || self.labels.all(k, !k.startsWith('patterned.dev/'))",
        message =
                "labels of a PodMonitor: keys that begin with patterned.dev/ are the operator's; choose another",
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".labels")
public record PodMonitorOptions(
        @JsonPropertyDescription("Time between scrapes, such as 30s; else Prometheus' own.")
                @Size(min = 2, max = 6)
                @Pattern("^[1-9][0-9]{0,4}(s|m|h)$")
                @Nullable String interval,
        @JsonPropertyDescription("Labels to add, by which Prometheus selects it.") @Size(max = 16)
                Map<String, @Size(max = 63) String> labels) {
    /** An absent map reads as an empty one. */
    public PodMonitorOptions {
        labels = Absent.map(labels);
    }
}
