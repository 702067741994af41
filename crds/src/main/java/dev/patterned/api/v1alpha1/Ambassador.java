package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does main's networking (the ambassador pattern): main talks to 127.0.0.1 alone. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = "has(self.custom) != (has(self.outbound) || has(self.inbound))",
        message =
                "an ambassador has either custom, or listeners in outbound or inbound: keep one, or split it in two ambassadors")
@ValidationRule(
        value =
                "!has(self.custom) || (!has(self.engine) && !has(self.image) && !has(self.imagePullPolicy) && !has(self.resources))",
        message =
                "engine, image, imagePullPolicy and resources are for listeners that the operator configures: with custom, say them inside custom or leave them out",
        fieldPath = ".custom")
@ValidationRule(
        value = AmbassadorRules.TWEMPROXY_SPEAKS_REDIS,
        message =
                "engine Twemproxy speaks Redis, and outbound only: give other listeners to an ambassador with engine Envoy",
        fieldPath = ".engine")
@ValidationRule(
        value = AmbassadorRules.TWEMPROXY_HAS_NO_TLS,
        message =
                "engine Twemproxy cannot encrypt (tls): use engine Envoy, or leave tls out where the way is safe",
        fieldPath = ".engine")
@ValidationRule(
        value = AmbassadorRules.KEYS_STAY,
        message =
                "this edit moves keys of a Redis listener: another engine, or a shard's name that is gone (renamed, or taken away), puts them on other shards; keep both, or say redis.onRingChange: MoveKeys where that is meant",
        fieldPath = ".outbound")
@ValidationRule(
        value = FieldRules.NAME_NOT_RESERVED,
        message = FieldRules.NAME_RESERVED_MESSAGE,
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".name")
public record Ambassador(
        @JsonPropertyDescription("Name of the container.")
                @Required
                @Size(min = 1, max = 57)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("The proxy that runs: Envoy where absent.")
                @Nullable AmbassadorEngine engine,
        @JsonPropertyDescription("Where main reaches others, each on a port of 127.0.0.1.")
                @Size(max = 16)
                List<Outbound> outbound,
        @JsonPropertyDescription("Where others reach main, each on a port of the Pod.")
                @Size(max = 8)
                List<Inbound> inbound,
        @JsonPropertyDescription(
                        "Image with the engine's program, nutcracker for Twemproxy; the engine's own where absent.")
                @Size(min = 1, max = 1024)
                @Nullable String image,
        @JsonPropertyDescription(
                        "When the kubelet pulls the image; Always for the tag latest, else IfNotPresent.")
                @Nullable ImagePullPolicy imagePullPolicy,
        @JsonPropertyDescription("Compute resources; what the engine needs where absent.")
                @Nullable ResourceRequirements resources,
        @JsonPropertyDescription("Your own proxy container, instead of engine and listeners.")
                @Nullable CustomAmbassador custom) {
    /** An absent list or map reads as an empty one. */
    public Ambassador {
        outbound = Absent.list(outbound);
        inbound = Absent.list(inbound);
    }
}
