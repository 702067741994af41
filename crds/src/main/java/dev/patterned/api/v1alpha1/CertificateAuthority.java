package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/** A CA bundle in PEM form. Exactly one source. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "has(self.secretKeyRef) != has(self.configMapKeyRef)",
        message = "caFrom has exactly one of secretKeyRef, configMapKeyRef: keep one")
public record CertificateAuthority(
        @JsonPropertyDescription("Key of a Secret of the namespace.")
                @Nullable SecretKeySelector secretKeyRef,
        @JsonPropertyDescription("Key of a ConfigMap of the namespace.")
                @Nullable ConfigMapKeySelector configMapKeyRef) {}
