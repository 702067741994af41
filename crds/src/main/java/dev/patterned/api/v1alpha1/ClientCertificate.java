package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.LocalObjectReference;

/** A certificate and its key; mounted into the ambassador, never read by the operator. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ClientCertificate(
        @JsonPropertyDescription("Secret of type kubernetes.io/tls, with tls.crt and tls.key.")
                @Required
                LocalObjectReference secretRef) {}
