package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Two specs of one app, one after the other; of one kind, which cannot change. */
record Pair(long seed, ObjectNode before, ObjectNode after) {
    /** The schema wants them; the validator takes that for granted. */
    private static final Set<String> REQUIRED =
            Set.of("kind", "image", "main", "workload", "name", "spec", "metadata");

    /** Half of them independent of each other, half an edit as a person makes it. */
    static Pair draw(long seed, String token) {
        var kind = Specs.KINDS.get(Math.floorMod(seed, Specs.KINDS.size()));
        var before = Specs.draw(seed * 2, kind, token);
        var after =
                (seed / Specs.KINDS.size()) % 2 == 0
                        ? Specs.draw(seed * 2 + 1, kind, token)
                        : Specs.edit(before, seed * 2 + 1, kind, token);
        return new Pair(seed, before, after);
    }

    /** The smallest valid pair that this finds by leaving out entries and fields. */
    Pair shrink(Predicate<Pair> fails, int attempts) {
        var smallest = this;
        var left = attempts;
        var smaller = true;
        while (smaller) {
            smaller = false;
            for (var candidate : smallest.candidates()) {
                if (left-- <= 0) {
                    return smallest;
                }
                if (fails.test(candidate)) {
                    smallest = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private List<Pair> candidates() {
        var pairs = new ArrayList<Pair>();
        without(before).forEach(it -> pairs.add(new Pair(seed, it, after)));
        without(after).forEach(it -> pairs.add(new Pair(seed, before, it)));
        // What both say is most often beside the point.
        for (var field : List.copyOf(before.path("spec").properties())) {
            if (REQUIRED.contains(field.getKey())) {
                continue;
            }
            var one = before.deepCopy();
            var other = after.deepCopy();
            ((ObjectNode) one.get("spec")).remove(field.getKey());
            ((ObjectNode) other.get("spec")).remove(field.getKey());
            if (Specs.isValid(one) && Specs.isValid(other)) {
                pairs.addFirst(new Pair(seed, one, other));
            }
        }
        return pairs;
    }

    private static List<ObjectNode> without(ObjectNode app) {
        var smaller = new ArrayList<ObjectNode>();
        for (var pointer : pointers("/spec", app.path("spec"))) {
            var copy = app.deepCopy();
            var end = pointer.lastIndexOf('/');
            switch (copy.at(pointer.substring(0, end))) {
                case ObjectNode object -> object.remove(key(pointer.substring(end + 1)));
                case ArrayNode list -> list.remove(Integer.parseInt(pointer.substring(end + 1)));
                default -> throw new IllegalStateException(pointer);
            }
            if (Specs.isValid(copy)) {
                smaller.add(copy);
            }
        }
        return smaller;
    }

    private static String key(String token) {
        return token.replace("~1", "/");
    }

    private static List<String> pointers(String path, JsonNode node) {
        var pointers = new ArrayList<String>();
        var deeper = new ArrayList<String>();
        for (var entry : node.properties()) {
            var pointer = path + "/" + entry.getKey().replace("/", "~1");
            if (!REQUIRED.contains(entry.getKey())) {
                pointers.add(pointer);
            }
            deeper.addAll(pointers(pointer, entry.getValue()));
        }
        if (node.isArray()) {
            for (var place = 0; place < node.size(); place++) {
                pointers.add(path + "/" + place);
                deeper.addAll(pointers(path + "/" + place, node.get(place)));
            }
        }
        pointers.addAll(deeper);
        return pointers;
    }

    @Override
    public String toString() {
        return "seed %d%nbefore: %s%nafter:  %s"
                .formatted(seed, before.path("spec"), after.path("spec"));
    }
}
