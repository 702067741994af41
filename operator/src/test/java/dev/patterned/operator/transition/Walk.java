package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Specs of one app, one after the other; of one kind, which cannot change. */
record Walk(long seed, List<ObjectNode> specs) {
    /** The schema wants them; the validator takes that for granted. */
    private static final Set<String> REQUIRED =
            Set.of("kind", "image", "main", "workload", "name", "spec", "metadata");

    private static final int MOST = 1_000;

    /**
     * Half of them independent of those before, half an edit of the last as a person makes it.
     *
     * @param length number of specs, below 1,000
     */
    static Walk draw(long seed, int length) {
        var kind = Specs.KINDS.get(Math.floorMod(seed, Specs.KINDS.size()));
        var specs = new ArrayList<ObjectNode>();
        for (var place = 0; place < length; place++) {
            var own = seed * MOST + place;
            specs.add(
                    place % 2 == 0
                            ? Specs.draw(own, kind)
                            : Specs.edit(specs.getLast(), own, kind));
        }
        return new Walk(seed, List.copyOf(specs));
    }

    /** These, written by hand. */
    static Walk of(String... specs) {
        return new Walk(
                0, Stream.of(specs).map(spec -> Specs.app((ObjectNode) Draw.yaml(spec))).toList());
    }

    /** Some of its specs, in the order of these places. */
    Walk only(Integer... places) {
        return new Walk(seed, List.of(places).stream().map(specs::get).toList());
    }

    /** Its first specs, up to and with this place. */
    Walk upTo(int place) {
        return new Walk(seed, specs.subList(0, place + 1));
    }

    /**
     * The smallest valid walk that this finds by leaving out specs, then fields and entries of
     * lists.
     *
     * @param attempts how often it asks at most whether a smaller one still fails
     */
    Walk shrink(Predicate<Walk> fails, int attempts) {
        var smallest = this;
        var candidates = smallest.candidates();
        var next = 0;
        var inVain = 0;
        var left = attempts;
        while (left > 0 && inVain < candidates.size()) {
            var candidate = candidates.get(next % candidates.size()).get();
            if (candidate.specs.stream().allMatch(Specs::isValid)
                    && left-- > 0
                    && fails.test(candidate)) {
                smallest = candidate;
                candidates = smallest.candidates();
                inVain = 0;
            } else {
                next++;
                inVain++;
            }
        }
        return smallest;
    }

    private List<Supplier<Walk>> candidates() {
        var smaller = new ArrayList<Supplier<Walk>>();
        if (specs.size() > 2) {
            places().forEach(place -> smaller.add(() -> without(place)));
        }
        // What all say is most often beside the point.
        specs.stream()
                .flatMap(app -> app.path("spec").propertyStream())
                .map(field -> field.getKey())
                .filter(field -> !REQUIRED.contains(field))
                .distinct()
                .forEach(field -> smaller.add(() -> withoutAnywhere("/spec/" + field)));
        places().forEach(place ->
                pointers("/spec", specs.get(place).path("spec"))
                        .forEach(pointer -> smaller.add(() -> without(place, pointer))));
        return smaller;
    }

    private IntStream places() {
        return IntStream.range(0, specs.size());
    }

    private Walk without(int place) {
        var fewer = new ArrayList<>(specs);
        fewer.remove(place);
        return new Walk(seed, fewer);
    }

    private Walk without(int place, String pointer) {
        var changed = new ArrayList<>(specs);
        changed.set(place, remove(specs.get(place), pointer));
        return new Walk(seed, changed);
    }

    private Walk withoutAnywhere(String pointer) {
        return new Walk(seed, specs.stream().map(spec -> remove(spec, pointer)).toList());
    }

    private static ObjectNode remove(ObjectNode app, String pointer) {
        var copy = app.deepCopy();
        var end = pointer.lastIndexOf('/');
        var last = pointer.substring(end + 1);
        switch (copy.at(pointer.substring(0, end))) {
            case ObjectNode object -> object.remove(last.replace("~1", "/"));
            case ArrayNode list -> list.remove(Integer.parseInt(last));
            default -> throw new IllegalStateException(pointer);
        }
        return copy;
    }

    /** What can be left out, the larger before what it holds. */
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
        return specs.stream()
                .map(app -> "- " + app.path("spec"))
                .collect(
                        Collectors.joining(
                                "\n", "seed " + seed + ", specs one after the other:\n", ""));
    }
}
