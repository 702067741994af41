package dev.patterned.operator.events;

import dev.patterned.api.v1alpha1.HelperStatus;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another set of shards is another place for some keys of a Redis listener. */
final class ShardChanges {
    private static final String SEPARATOR = "/";

    private ShardChanges() {}

    /** One sentence for each listener that was there and is. */
    static Stream<String> of(PatternedAppStatus before, PatternedAppStatus after) {
        var old =
                before.helpers().stream()
                        .collect(Collectors.toMap(HelperStatus::name, Function.identity()));
        return after.helpers().stream()
                .filter(row -> old.containsKey(row.name()))
                .flatMap(row -> of(row.name(), rings(old.get(row.name())), rings(row)));
    }

    private static Stream<String> of(
            String ambassador,
            SortedMap<String, List<String>> before,
            SortedMap<String, List<String>> after) {
        return after.entrySet().stream()
                .filter(ring -> before.containsKey(ring.getKey()))
                .filter(ring -> !ring.getValue().equals(before.get(ring.getKey())))
                .map(ring ->
                        "outbound %s of ambassador %s has other shards: they were %s, and are %s; keys whose place is on another shard now are not found there until they are set again"
                                .formatted(
                                        ring.getKey(),
                                        ambassador,
                                        String.join(", ", before.get(ring.getKey())),
                                        String.join(", ", ring.getValue())));
    }

    /** Shards by listener. */
    private static SortedMap<String, List<String>> rings(HelperStatus row) {
        return row.shards().stream()
                .map(shard -> shard.split(SEPARATOR, 2))
                .collect(
                        Collectors.groupingBy(
                                parts -> parts[0],
                                TreeMap::new,
                                Collectors.mapping(parts -> parts[1], Collectors.toList())));
    }
}
