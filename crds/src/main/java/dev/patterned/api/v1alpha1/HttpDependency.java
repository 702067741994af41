package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wait on a URL. Certificates are verified, redirects are not followed. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value =
                "isURL(self.url) && url(self.url).getScheme() in ['http', 'https'] && url(self.url).getHostname() != ''",
        message =
                "url is not an absolute http:// or https:// URL: write it in full, such as http://api/healthz",
        fieldPath = ".url")
public record HttpDependency(
        @JsonPropertyDescription("Absolute http or https URL.") @Required @Size(min = 1, max = 1024)
                String url,
        @JsonPropertyDescription("Request headers.") @Size(max = 16) List<HTTPHeader> headers,
        @JsonPropertyDescription("Status codes that satisfy the wait; any 2xx where absent.")
                @Size(max = 16)
                List<@Min(100) @Max(599) Integer> expectedStatuses,
        @JsonPropertyDescription(
                        "Where the CA that signed the server's certificate comes from; the image's own bundle where absent.")
                @Nullable CertificateAuthority caFrom) {
    /** An absent list or map reads as an empty one. */
    public HttpDependency {
        headers = Absent.list(headers);
        expectedStatuses = Absent.list(expectedStatuses);
    }
}
