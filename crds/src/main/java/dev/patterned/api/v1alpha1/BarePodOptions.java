package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** Options of a Pod of its own. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record BarePodOptions(
        @JsonPropertyDescription("Whether an ended container starts again.") @Default("Always")
                @Nullable PodRestartPolicy restartPolicy) {}
