package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Times and retries of requests. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OutboundHttp(
        @JsonPropertyDescription(
                        "Longest time of a request with its retries, as a Gateway API duration; 0s for none; where absent 15s for HTTP, none for GRPC.")
                @Pattern("^([0-9]{1,5}(h|m|s|ms)){1,4}$")
                @Size(max = 32)
                @Nullable String requestTimeout,
        @JsonPropertyDescription("What is tried again.") @Nullable Retries retries) {}
