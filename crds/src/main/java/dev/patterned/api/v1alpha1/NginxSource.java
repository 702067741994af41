package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** nginx with stub_status. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record NginxSource(
        @JsonPropertyDescription("Port of main that serves the status page.")
                @Default("80")
                @Min(1)
                @Max(65535)
                @Nullable Integer port,
        @JsonPropertyDescription("Path of the status page.")
                @Default("/stub_status")
                @Size(min = 1, max = 512)
                @Pattern("^/[^?#\\s]*$")
                @Nullable String path) {}
