package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fields of Kubernetes' types that this API leaves out, refuses or requires. */
final class KubernetesFields {
    private static final Set<String> DROPPED =
            Set.of(
                    // Dynamic resource allocation: there is no podTemplate.resourceClaims to name.
                    "ResourceRequirements.claims",
                    // Anything but None needs a privileged container.
                    "VolumeMount.mountPropagation",
                    // Kubernetes accepts it and fails at run time.
                    "LifecycleHandler.tcpSocket",
                    // Off by default in 1.33: the server would drop them silently.
                    "Lifecycle.stopSignal",
                    "PersistentVolumeClaimSpec.volumeAttributesClassName",
                    // Alpha: the server would drop it silently.
                    "RollingUpdateStatefulSetStrategy.maxUnavailable",
                    "VolumeProjection.clusterTrustBundle",
                    // Objects of other namespaces cannot be named.
                    "TypedObjectReference.namespace");

    /** A claim template's metadata: what Kubernetes copies to the claim, nothing else. */
    private static final Set<String> METADATA = Set.of("labels", "annotations");

    private static final Map<String, String> REFUSED =
            Map.of(
                    "HTTPGetAction.host",
                    "httpGet.host is refused: a probe or hook asks its own Pod (Pod Security"
                            + " refuses other hosts from 1.34); remove it, or set the Host header in"
                            + " httpHeaders",
                    "TCPSocketAction.host",
                    "tcpSocket.host is refused: a probe or hook asks its own Pod (Pod Security"
                            + " refuses other hosts from 1.34); remove it");

    /** Kubernetes' validation wants these although its schema does not say so. */
    private static final Map<String, List<String>> REQUIRED =
            Map.ofEntries(
                    Map.entry("ConfigMapEnvSource", List.of("name")),
                    Map.entry("ConfigMapKeySelector", List.of("name")),
                    Map.entry("ConfigMapProjection", List.of("name")),
                    Map.entry("ConfigMapVolumeSource", List.of("name")),
                    Map.entry("EphemeralVolumeSource", List.of("volumeClaimTemplate")),
                    Map.entry("ImageVolumeSource", List.of("reference")),
                    Map.entry("LocalObjectReference", List.of("name")),
                    Map.entry("PodDNSConfigOption", List.of("name")),
                    Map.entry("ProjectedVolumeSource", List.of("sources")),
                    Map.entry("SecretEnvSource", List.of("name")),
                    Map.entry("SecretKeySelector", List.of("name")),
                    Map.entry("SecretProjection", List.of("name")),
                    Map.entry("SecretVolumeSource", List.of("secretName")));

    private KubernetesFields() {}

    static boolean isDropped(Place place) {
        return place.type().equals("ObjectMeta")
                ? !METADATA.contains(place.field())
                : DROPPED.contains(place.toString());
    }

    static List<String> required(String type) {
        return REQUIRED.getOrDefault(type, List.of());
    }

    /** A refused field is declared, with a rule that never holds: else it would be dropped. */
    static void refuse(Place place, ObjectNode schema) {
        var message = REFUSED.get(place.toString());
        if (message == null) {
            return;
        }
        schema.put(Schemas.DESCRIPTION, "Refused: a probe or hook asks its own Pod.");
        schema.putArray(Schemas.RULES)
                .add(Schemas.object().put("rule", "false").put("message", message));
    }
}
