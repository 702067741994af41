package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import org.jspecify.annotations.Nullable;

/** Redis, by its INFO command. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "!has(self.username) || has(self.passwordFrom)",
        message = "username has no password: add passwordFrom, or remove username",
        fieldPath = ".username")
public record RedisSource(
        @JsonPropertyDescription("Port of main.") @Default("6379") @Min(1) @Max(65535)
                @Nullable Integer port,
        @JsonPropertyDescription("User of the access control list; the default user where absent.")
                @Size(min = 1, max = 128)
                @Nullable String username,
        @JsonPropertyDescription("Key of a Secret of the namespace that holds the password.")
                @Nullable SecretKeySelector passwordFrom) {}
