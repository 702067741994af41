package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Service that a wait creates. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProvidedService(
        @JsonPropertyDescription("Labels of the Pods behind it.") @Size(max = 16)
                Map<String, @Size(max = 63) String> selector,
        @JsonPropertyDescription("Port of those Pods; the Service's own where absent.")
                @Min(1)
                @Max(65535)
                @Nullable Integer targetPort) {
    /** An absent list or map reads as an empty one. */
    public ProvidedService {
        selector = Absent.map(selector);
    }
}
