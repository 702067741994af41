package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be there before main starts (the init-container pattern). Exactly one target.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value =
                "[has(self.service), has(self.tcp), has(self.http), has(self.grpc), has(self.dns), has(self.outbound), has(self.job), has(self.app)].filter(x, x).size() == 1",
        message =
                "a dependency has exactly one of service, tcp, http, grpc, dns, outbound, job, app: keep one, or split it in two dependencies")
@ValidationRule(
        value = "!has(self.timeout) || self.timeout.matches('[1-9]')",
        message = "timeout is 0: say how long to wait, such as 5m",
        fieldPath = ".timeout")
@ValidationRule(
        value = "!has(self.interval) || self.interval.matches('[1-9]')",
        message = "interval is 0: say how long to pause between two attempts, such as 2s",
        fieldPath = ".interval")
@ValidationRule(
        value = FieldRules.NAME_NOT_RESERVED,
        message = FieldRules.NAME_RESERVED_MESSAGE,
        reason = FieldRules.REASON_FORBIDDEN,
        fieldPath = ".name")
public record Dependency(
        @JsonPropertyDescription("Name of the wait and of its init container.")
                @Required
                @Size(min = 1, max = 57)
                @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")
                String name,
        @JsonPropertyDescription("A Service of the own namespace.")
                @Nullable ServiceDependency service,
        @JsonPropertyDescription("A TCP port that accepts connections.")
                @Nullable TcpDependency tcp,
        @JsonPropertyDescription("A URL that answers as expected.") @Nullable HttpDependency http,
        @JsonPropertyDescription("A gRPC server whose health service says SERVING.")
                @Nullable GrpcDependency grpc,
        @JsonPropertyDescription("A host name that resolves.") @Nullable DnsDependency dns,
        @JsonPropertyDescription(
                        "The upstreams of an outbound listener of ambassadors, each looked at directly; an Envoy must reach them too.")
                @Nullable OutboundDependency outbound,
        @JsonPropertyDescription("A Job of the own namespace that has completed.")
                @Nullable JobDependency job,
        @JsonPropertyDescription("Another PatternedApp of the own namespace that is ready.")
                @Nullable AppDependency app,
        @JsonPropertyDescription("Longest wait, as a Gateway API duration.")
                @Pattern("^([0-9]{1,5}(h|m|s|ms)){1,4}$")
                @Size(max = 32)
                @Default("5m")
                @Nullable String timeout,
        @JsonPropertyDescription("Pause between two attempts, as a Gateway API duration.")
                @Pattern("^([0-9]{1,5}(h|m|s|ms)){1,4}$")
                @Size(max = 32)
                @Default("2s")
                @Nullable String interval,
        @JsonPropertyDescription("What happens when the timeout has passed.") @Default("Fail")
                @Nullable OnTimeout onTimeout) {}
