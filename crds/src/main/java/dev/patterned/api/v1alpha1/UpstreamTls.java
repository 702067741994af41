package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** TLS towards upstreams. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record UpstreamTls(
        @JsonPropertyDescription("Who must have signed the upstreams' certificates.") @Required
                CertificateAuthority caFrom,
        @JsonPropertyDescription("Certificate that main's side shows.")
                @Nullable ClientCertificate clientCertificateFrom,
        @JsonPropertyDescription(
                        "Name in the upstreams' certificates; their host name where absent.")
                @Size(min = 1, max = 253)
                @Pattern("^[A-Za-z0-9_]([-A-Za-z0-9_.]*[A-Za-z0-9_])?$")
                @Nullable String serverName) {}
