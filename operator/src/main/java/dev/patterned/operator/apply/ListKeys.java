package dev.patterned.operator.apply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which lists of the children are maps by a key, and which key.
 *
 * <p>Source: the {@code x-kubernetes-list-map-keys} of Kubernetes' OpenAPI (core/v1 and apps/v1,
 * 1.33 to 1.37), for the fields that the operator can set. Every other list is taken as a whole.
 */
final class ListKeys {
    private static final Map<String, List<List<String>>> KEYS =
            Map.ofEntries(
                    Map.entry("containers", List.of(List.of("name"))),
                    Map.entry("env", List.of(List.of("name"))),
                    Map.entry("hostAliases", List.of(List.of("ip"))),
                    Map.entry("imagePullSecrets", List.of(List.of("name"))),
                    Map.entry("initContainers", List.of(List.of("name"))),
                    Map.entry("ownerReferences", List.of(List.of("uid"))),
                    Map.entry(
                            "ports",
                            List.of(
                                    List.of("containerPort", "protocol"),
                                    List.of("port", "protocol"))),
                    Map.entry(
                            "topologySpreadConstraints",
                            List.of(List.of("topologyKey", "whenUnsatisfiable"))),
                    Map.entry("volumeDevices", List.of(List.of("devicePath"))),
                    Map.entry("volumeMounts", List.of(List.of("mountPath"))),
                    Map.entry("volumes", List.of(List.of("name"))));

    private ListKeys() {}

    /** The fields that tell the elements of this list apart; empty where the list is one value. */
    static Optional<List<String>> of(String field, JsonNode list) {
        return KEYS.getOrDefault(field, List.of()).stream()
                .filter(keys -> elements(list).allMatch(element -> element.has(keys.getFirst())))
                .findFirst();
    }

    /** The key of one element, as text. */
    static String key(List<String> keys, JsonNode element) {
        return keys.stream()
                .map(key -> key + "=" + element.path(key).asText(defaultOf(key)))
                .collect(Collectors.joining(","));
    }

    private static String defaultOf(String key) {
        return key.equals("protocol") ? "TCP" : "";
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
