package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Options of inbound requests. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InboundHttp(
        @JsonPropertyDescription(
                        "Longest time of a request, as a Gateway API duration; none where absent, or 0s.")
                @Pattern("^([0-9]{1,5}(h|m|s|ms)){1,4}$")
                @Size(max = 32)
                @Nullable String requestTimeout,
        @JsonPropertyDescription(
                        "Proxies in front whose x-forwarded-for is believed; with 0, what callers send of it is removed.")
                @Default("0")
                @Min(0)
                @Max(10)
                @Nullable Integer trustedHops) {}
