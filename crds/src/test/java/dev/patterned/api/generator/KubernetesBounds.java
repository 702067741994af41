package dev.patterned.api.generator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Bounds for the fields of Kubernetes' types, by {@code Type.field} or by field alone.
 *
 * <p>Where Kubernetes' validation has a limit it is that one; elsewhere one that no honest object
 * meets. Without a maximum the API server's estimate of what a CEL rule costs has none either.
 */
final class KubernetesBounds {
    private static final int QUALIFIED_NAME = 317; // prefix 253, slash, name 63
    private static final int PATH = 1024;

    private static final Map<String, Integer> MAX_LENGTH =
            Map.ofEntries(
                    Map.entry("Condition.message", 32768),
                    Map.entry("Condition.reason", 1024),
                    Map.entry("Condition.type", 316),
                    Map.entry("EnvVar.value", 32768),
                    Map.entry("ExecAction.command", 32768),
                    Map.entry("HTTPGetAction.path", PATH),
                    Map.entry("HTTPHeader.value", 4096),
                    Map.entry("ImageVolumeSource.reference", 1024),
                    Map.entry("ObjectMeta.annotations", 8192),
                    Map.entry("fieldPath", PATH),
                    Map.entry("key", QUALIFIED_NAME),
                    Map.entry("labels", 63),
                    Map.entry("localhostProfile", PATH),
                    Map.entry("matchLabelKeys", QUALIFIED_NAME),
                    Map.entry("matchLabels", 63),
                    Map.entry("mismatchLabelKeys", QUALIFIED_NAME),
                    Map.entry("mountPath", PATH),
                    Map.entry("nameservers", 64),
                    Map.entry("namespaces", 63),
                    Map.entry("path", PATH),
                    Map.entry("prefix", 253),
                    Map.entry("subPath", PATH),
                    Map.entry("subPathExpr", PATH),
                    Map.entry("topologyKey", QUALIFIED_NAME),
                    Map.entry("values", 253));

    private static final Map<String, Integer> MAX_ITEMS =
            Map.ofEntries(
                    Map.entry("Capabilities.add", 64),
                    Map.entry("Capabilities.drop", 64),
                    Map.entry("PersistentVolumeClaimSpec.accessModes", 4),
                    Map.entry("PodFailurePolicy.rules", 20),
                    Map.entry("PodFailurePolicyOnExitCodesRequirement.values", 255),
                    Map.entry("SuccessPolicy.rules", 20),
                    Map.entry("command", 64),
                    Map.entry("items", 64),
                    Map.entry("nameservers", 3), // MaxDNSNameservers
                    Map.entry("searches", 32), // MaxDNSSearchPaths
                    Map.entry("values", 64));

    private static final Range COUNT = new Range(0, Integer.MAX_VALUE);
    private static final Range FILE_MODE = new Range(0, 0777);
    private static final Range AT_LEAST_ONE = new Range(1, Integer.MAX_VALUE);
    private static final Map<String, Range> RANGES =
            Map.ofEntries(
                    Map.entry(
                            "Condition.observedGeneration", new Range(0, Schemas.MAX_SAFE_INTEGER)),
                    Map.entry("GRPCAction.port", new Range(1, 65535)),
                    Map.entry("Probe.terminationGracePeriodSeconds", AT_LEAST_ONE),
                    Map.entry(
                            "ServiceAccountTokenProjection.expirationSeconds",
                            new Range(600, 1L << 32)),
                    Map.entry("defaultMode", FILE_MODE),
                    Map.entry("failureThreshold", AT_LEAST_ONE),
                    Map.entry("maxSkew", AT_LEAST_ONE),
                    Map.entry("minDomains", AT_LEAST_ONE),
                    Map.entry("mode", FILE_MODE),
                    Map.entry("periodSeconds", AT_LEAST_ONE),
                    Map.entry("successThreshold", AT_LEAST_ONE),
                    Map.entry("timeoutSeconds", AT_LEAST_ONE),
                    Map.entry("weight", new Range(1, 100)));

    private static final Map<String, List<String>> ENUMS =
            Map.ofEntries(
                    Map.entry("Condition.status", List.of("True", "False", "Unknown")),
                    Map.entry("DaemonSetUpdateStrategy.type", List.of("RollingUpdate", "OnDelete")),
                    Map.entry("DeploymentStrategy.type", List.of("RollingUpdate", "Recreate")),
                    Map.entry("HTTPGetAction.scheme", List.of("HTTP", "HTTPS")),
                    Map.entry(
                            "ImageVolumeSource.pullPolicy",
                            List.of("Always", "IfNotPresent", "Never")),
                    Map.entry(
                            "LabelSelectorRequirement.operator",
                            List.of("In", "NotIn", "Exists", "DoesNotExist")),
                    Map.entry(
                            "NodeSelectorRequirement.operator",
                            List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt")),
                    Map.entry(
                            "PersistentVolumeClaimSpec.accessModes",
                            List.of(
                                    "ReadWriteOnce",
                                    "ReadOnlyMany",
                                    "ReadWriteMany",
                                    "ReadWriteOncePod")),
                    Map.entry(
                            "PersistentVolumeClaimSpec.volumeMode", List.of("Filesystem", "Block")),
                    Map.entry(
                            "PodFailurePolicyOnExitCodesRequirement.operator",
                            List.of("In", "NotIn")),
                    Map.entry(
                            "PodFailurePolicyOnPodConditionsPattern.status",
                            List.of("True", "False", "Unknown")),
                    Map.entry(
                            "PodFailurePolicyRule.action",
                            List.of("FailJob", "FailIndex", "Ignore", "Count")),
                    Map.entry(
                            "StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted",
                            List.of("Retain", "Delete")),
                    Map.entry(
                            "StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled",
                            List.of("Retain", "Delete")),
                    Map.entry(
                            "StatefulSetUpdateStrategy.type", List.of("RollingUpdate", "OnDelete")),
                    // Unconfined would undo what Pod Security's baseline guarantees.
                    Map.entry("SeccompProfile.type", List.of("RuntimeDefault", "Localhost")),
                    Map.entry(
                            "Toleration.effect",
                            List.of("NoSchedule", "PreferNoSchedule", "NoExecute")),
                    Map.entry("Toleration.operator", List.of("Exists", "Equal")),
                    Map.entry(
                            "TopologySpreadConstraint.nodeAffinityPolicy",
                            List.of("Honor", "Ignore")),
                    Map.entry(
                            "TopologySpreadConstraint.nodeTaintsPolicy",
                            List.of("Honor", "Ignore")),
                    Map.entry(
                            "TopologySpreadConstraint.whenUnsatisfiable",
                            List.of("DoNotSchedule", "ScheduleAnyway")),
                    Map.entry(
                            "VolumeMount.recursiveReadOnly",
                            List.of("Disabled", "IfPossible", "Enabled")));

    private KubernetesBounds() {}

    static void bindString(Place place, ObjectNode schema) {
        var values = ENUMS.get(place.toString());
        if (values == null) {
            schema.put(Schemas.MAX_LENGTH, lookUp(MAX_LENGTH, place, 253));
            return;
        }
        schema.set("enum", Schemas.strings(values));
    }

    static int maxItems(Place place) {
        return lookUp(MAX_ITEMS, place, 16);
    }

    static int maxProperties(Place place) {
        return place.type().equals("ObjectMeta") ? 64 : 16;
    }

    static Range range(Place place) {
        return lookUp(RANGES, place, COUNT);
    }

    private static <T> T lookUp(Map<String, T> table, Place place, T otherwise) {
        var exact = table.get(place.toString());
        return exact != null ? exact : table.getOrDefault(place.field(), otherwise);
    }
}
