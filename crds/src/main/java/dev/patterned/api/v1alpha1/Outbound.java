package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listener on 127.0.0.1 through which main reaches something outside. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = AmbassadorRules.PORT_CAN_BE_BOUND,
        message = AmbassadorRules.PORT_MESSAGE,
        fieldPath = ".port")
@ValidationRule(
        value = "!has(self.connectTimeout) || self.connectTimeout.matches('[1-9]')",
        message = "connectTimeout is 0: say how long one attempt may take, such as 1s",
        fieldPath = ".connectTimeout")
@ValidationRule(
        value = "!has(self.http) || (has(self.protocol) && self.protocol in ['HTTP', 'GRPC'])",
        message = "http is for protocol HTTP or GRPC: set the protocol, or remove http",
        fieldPath = ".http")
@ValidationRule(
        value = "!has(self.redis) || (has(self.protocol) && self.protocol == 'Redis')",
        message = "redis is for protocol Redis: set the protocol, or remove redis",
        fieldPath = ".redis")
@ValidationRule(
        value = "!has(self.maxConnections) || !has(self.protocol) || self.protocol != 'Redis'",
        message =
                "maxConnections is not for protocol Redis, where each shard has one connection that all clients share: remove it",
        fieldPath = ".maxConnections")
@ValidationRule(
        value = AmbassadorRules.SHARD_NAMES_DIFFER,
        message =
                "upstreams: two shards of one name (their host or service where name is absent) would be one place on the ring: give each a name of its own",
        fieldPath = ".upstreams")
@ValidationRule(
        value = AmbassadorRules.SERVER_NAME_IS_KNOWN,
        message =
                "tls.serverName is missing, and the upstreams are not all of one host name that could stand for it: say which name their certificates have",
        fieldPath = ".tls")
public record Outbound(
        @JsonPropertyDescription(
                        "Name of the listener, and of the variables NAME_HOST and NAME_PORT that main gets.")
                @Required
                @Size(min = 1, max = 40)
                @Pattern("^[a-z]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("Port on 127.0.0.1, from 1024 on.") @Required @Min(1) @Max(65535)
                Integer port,
        @JsonPropertyDescription("What main speaks there.") @Default("TCP")
                @Nullable OutboundProtocol protocol,
        @JsonPropertyDescription("Where connections go; for Redis, the shards.")
                @Required
                @Size(min = 1, max = 32)
                List<Upstream> upstreams,
        @JsonPropertyDescription("Longest time to connect, as a Gateway API duration.")
                @Pattern("^([0-9]{1,5}(h|m|s|ms)){1,4}$")
                @Size(max = 32)
                @Default("1s")
                @Nullable String connectTimeout,
        @JsonPropertyDescription(
                        "Connections to all upstreams together, 1024 where absent; what is more fails at once.")
                @Min(1)
                @Max(65535)
                @Nullable Integer maxConnections,
        @JsonPropertyDescription("Times and retries of requests, for HTTP and GRPC.")
                @Nullable OutboundHttp http,
        @JsonPropertyDescription("Options of protocol Redis.") @Nullable OutboundRedis redis,
        @JsonPropertyDescription("Encrypts the way to the upstreams.") @Nullable UpstreamTls tls) {
    /** An absent list or map reads as an empty one. */
    public Outbound {
        upstreams = Absent.list(upstreams);
    }
}
