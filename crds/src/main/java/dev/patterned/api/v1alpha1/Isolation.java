package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import org.jspecify.annotations.Nullable;

/** Whether ambassadors are the only way in and out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Isolation(
        @JsonPropertyDescription(
                        "Ambassador: callers reach main only through inbound listeners; helpers' own ports stay open.")
                @Default("Open")
                @Nullable IsolationMode inbound,
        @JsonPropertyDescription(
                        "Ambassador: main reaches the outside only through outbound listeners.")
                @Default("Open")
                @Nullable IsolationMode outbound,
        @JsonPropertyDescription(
                        "NetworkPolicy holds the Pod as a whole, where the cluster's network plugin enforces it; Netfilter tells main and ambassadors apart inside the Pod, and needs NET_ADMIN for one init container.")
                @Default("NetworkPolicy")
                @Nullable IsolationEnforcement enforcement) {}
