package dev.patterned.operator.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a live object still contains what is desired. Pure.
 *
 * <p>It follows what server-side apply would do: fields that are not ours are of no interest, so a
 * map must contain the desired entries; a list with keys must contain the desired elements, in
 * their order among each other; every other list is one value. What the server leaves out when it
 * stores an object (empty strings and lists, some zeros) counts as absent, and so does what it
 * fills in.
 */
public final class DriftCheck {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Maps that are one value: an entry that somebody adds changes what they select. */
    private static final Set<String> WHOLE_MAPS = Set.of("selector", "nodeSelector", "podSelector");

    /** Go fields without a pointer: the server cannot store their zero apart from absence. */
    private static final Set<String> OMITTED_WHEN_ZERO =
            Set.of(
                    "hostIPC",
                    "hostNetwork",
                    "hostPID",
                    "initialDelaySeconds",
                    "minReadySeconds",
                    "paused",
                    "publishNotReadyAddresses",
                    "readOnly",
                    "stdin",
                    "stdinOnce",
                    "tty");

    /** What the server fills in inside lists that are one value: as good as absent. */
    private static final Map<String, String> SERVER_DEFAULTS =
            Map.of("apiVersion", "v1", "divisor", "0", "expirationSeconds", "3600");

    private static final Set<String> QUANTITIES = Set.of("divisor", "sizeLimit", "storage");
    private static final Set<String> QUANTITY_MAPS = Set.of("limits", "requests");

    /** Metadata of which we own a part; the rest is the server's. */
    private static final List<String> METADATA =
            List.of("annotations", "labels", "ownerReferences");

    private DriftCheck() {}

    /** Path of the first thing desired that the live object lacks; empty where there is none. */
    public static Optional<String> difference(HasMetadata live, HasMetadata desired) {
        var liveTree = tree(live);
        var desiredTree = tree(desired);
        for (var part : METADATA) {
            var found =
                    compare(
                            "metadata." + part,
                            part,
                            desiredTree.path("metadata").path(part),
                            liveTree.path("metadata").path(part),
                            false);
            if (found.isPresent()) {
                return found;
            }
        }
        return content(liveTree, desiredTree);
    }

    /** The same for all but the metadata. */
    static Optional<String> content(HasMetadata live, HasMetadata desired) {
        return content(tree(live), tree(desired));
    }

    private static Optional<String> content(JsonNode liveTree, JsonNode desiredTree) {
        return desiredTree
                .propertyStream()
                .filter(entry -> isContent(entry.getKey()))
                .map(entry ->
                        compare(
                                entry.getKey(),
                                entry.getKey(),
                                entry.getValue(),
                                liveTree.path(entry.getKey()),
                                false))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static JsonNode tree(HasMetadata object) {
        return MAPPER.valueToTree(object);
    }

    private static boolean isContent(String field) {
        return !Set.of("apiVersion", "kind", "metadata", "status").contains(field);
    }

    private static Optional<String> compare(
            String path, String field, JsonNode desired, JsonNode live, boolean quantity) {
        if (isAbsent(field, desired)) {
            return Optional.empty();
        }
        if (isAbsent(field, live)) {
            return Optional.of(path);
        }
        if (desired.isObject() && live.isObject()) {
            return compareMaps(path, field, desired, live);
        }
        if (desired.isArray() && live.isArray()) {
            return compareLists(path, field, desired, live);
        }
        var same =
                (quantity || QUANTITIES.contains(field))
                        ? sameQuantity(desired.asText(), live.asText())
                        : sameValue(desired, live);
        return same ? Optional.empty() : Optional.of(path);
    }

    private static boolean isAbsent(String field, JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isArray() && value.isEmpty())
                || (value.isValueNode() && value.asText().equals(SERVER_DEFAULTS.get(field)))
                || (OMITTED_WHEN_ZERO.contains(field) && isZero(value));
    }

    private static boolean isZero(JsonNode value) {
        if (value.isBoolean()) {
            return !value.booleanValue();
        }
        return value.isNumber() && value.asDouble() == 0;
    }

    private static Optional<String> compareMaps(
            String path, String field, JsonNode desired, JsonNode live) {
        var missing = contains(path, field, desired, live);
        if (missing.isEmpty() && WHOLE_MAPS.contains(field)) {
            return contains(path, field, live, desired);
        }
        return missing;
    }

    private static Optional<String> contains(
            String path, String field, JsonNode desired, JsonNode live) {
        return desired.propertyStream()
                .map(entry ->
                        compare(
                                path + "." + entry.getKey(),
                                entry.getKey(),
                                entry.getValue(),
                                live.path(entry.getKey()),
                                QUANTITY_MAPS.contains(field)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> compareLists(
            String path, String field, JsonNode desired, JsonNode live) {
        return ListKeys.of(field, desired)
                .map(keys -> compareByKey(path, field, keys, desired, live))
                .orElseGet(() -> compareWhole(path, field, desired, live));
    }

    private static Optional<String> compareByKey(
            String path, String field, List<String> keys, JsonNode desired, JsonNode live) {
        var places = new HashMap<String, Integer>();
        for (var place = 0; place < live.size(); place++) {
            places.putIfAbsent(ListKeys.key(keys, live.get(place)), place);
        }
        var last = -1;
        for (var element : desired) {
            var key = ListKeys.key(keys, element);
            var elementPath = path + "[" + key + "]";
            var place = places.get(key);
            if (place == null || place < last) {
                return Optional.of(elementPath);
            }
            last = place;
            var found = compare(elementPath, field, element, live.get(place), false);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> compareWhole(
            String path, String field, JsonNode desired, JsonNode live) {
        if (desired.size() != live.size()) {
            return Optional.of(path);
        }
        for (var place = 0; place < desired.size(); place++) {
            if (!same(field, desired.get(place), live.get(place))) {
                return Optional.of(path + "[" + place + "]");
            }
        }
        return Optional.empty();
    }

    private static boolean same(String field, JsonNode one, JsonNode other) {
        return compare("", field, one, other, false).isEmpty()
                && compare("", field, other, one, false).isEmpty();
    }

    private static boolean sameValue(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue()) == 0;
        }
        return one.equals(other);
    }

    private static boolean sameQuantity(String one, String other) {
        try {
            return amount(one).compareTo(amount(other)) == 0;
        } catch (IllegalArgumentException unreadable) {
            // A server may know a form that this library does not: unlike is the safe answer.
            return false;
        }
    }

    private static BigDecimal amount(String quantity) {
        return new Quantity(quantity).getNumericalAmount();
    }
}
