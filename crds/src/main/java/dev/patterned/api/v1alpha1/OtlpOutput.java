package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A receiver of the OpenTelemetry protocol; what it does not take waits on disk. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value =
                "isURL(self.endpoint) && url(self.endpoint).getScheme() in ['http', 'https'] && url(self.endpoint).getHostname() != ''",
        message =
                "endpoint is no absolute http:// or https:// URL: write it in full, such as http://collector:4318",
        fieldPath = ".endpoint")
public record OtlpOutput(
        @JsonPropertyDescription("Base URL of the receiver, without /v1/logs; https is verified.")
                @Required
                @Size(min = 1, max = 1024)
                String endpoint,
        @JsonPropertyDescription("What carries the protocol.") @Default("HTTP")
                @Nullable OtlpProtocol protocol,
        @JsonPropertyDescription("Headers of each request, from Secrets.") @Size(max = 8)
                List<HeaderFrom> headersFrom) {
    /** An absent list or map reads as an empty one. */
    public OtlpOutput {
        headersFrom = Absent.list(headersFrom);
    }
}
