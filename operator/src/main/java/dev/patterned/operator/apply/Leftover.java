package dev.patterned.operator.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a live object has and its desired form no longer says: elements of lists with keys, and
 * lists that are one value. Other fields cannot be told from what a server filled in. Pure.
 */
final class Leftover {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Leftover() {}

    /** Path of the first of them. */
    static Optional<String> first(HasMetadata live, HasMetadata desired) {
        return in(
                "spec",
                "spec",
                MAPPER.valueToTree(live).path("spec"),
                MAPPER.valueToTree(desired).path("spec"));
    }

    private static Optional<String> in(String path, String field, JsonNode live, JsonNode desired) {
        if (live.isObject()) {
            return live.propertyStream()
                    .flatMap(entry ->
                            in(
                                    path + "." + entry.getKey(),
                                    entry.getKey(),
                                    entry.getValue(),
                                    desired.path(entry.getKey()))
                                    .stream())
                    .findFirst();
        }
        if (!live.isArray() || live.isEmpty()) {
            return Optional.empty();
        }
        return ListKeys.of(field, live)
                .map(keys -> among(path, field, keys, live, desired))
                .orElseGet(
                        () -> live.size() > desired.size() ? Optional.of(path) : Optional.empty());
    }

    private static Optional<String> among(
            String path, String field, List<String> keys, JsonNode live, JsonNode desired) {
        var wanted =
                desired.valueStream()
                        .collect(
                                Collectors.toMap(
                                        element -> ListKeys.key(keys, element),
                                        element -> element,
                                        (one, _) -> one));
        return live.valueStream()
                .flatMap(element -> {
                    var key = ListKeys.key(keys, element);
                    var elementPath = path + "[" + key + "]";
                    return wanted.containsKey(key)
                            ? in(elementPath, field, element, wanted.get(key)).stream()
                            : Stream.of(elementPath);
                })
                .findFirst();
    }
}
