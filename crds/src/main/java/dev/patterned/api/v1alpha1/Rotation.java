package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * How a tailer keeps the files of a directory below its size limit: copy, then truncate. Main must
 * append (O_APPEND).
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Rotation(
        @JsonPropertyDescription("Size above which a file is rotated, looked at once a second.")
                @Required
                Quantity maxSize,
        @JsonPropertyDescription("How many rotated copies stay.") @Min(0) @Max(100) @Default("3")
                @Nullable Integer keep) {}
