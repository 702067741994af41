package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Chances, and trees of what they gave. */
final class Draw {
    static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Map<String, JsonNode> PIECES = new ConcurrentHashMap<>();

    private final Random random;

    Draw(long seed) {
        random = new Random(seed);
    }

    static ObjectNode object() {
        return YAML.createObjectNode();
    }

    /** A piece of YAML; a fresh copy. */
    static JsonNode yaml(String text) {
        return PIECES.computeIfAbsent(text, Draw::parse).deepCopy();
    }

    /** A piece of YAML that is not seen again. */
    static JsonNode parse(String text) {
        try {
            return YAML.readTree(text);
        } catch (IOException wrong) {
            throw new UncheckedIOException(text, wrong);
        }
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some of them, in any order. */
    <T> List<T> some(List<T> choices, double probability) {
        var shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, random);
        shuffled.removeIf(_ -> !chance(probability));
        return shuffled;
    }

    /** A list of what some of these become. */
    <T> ArrayNode list(List<T> choices, double probability, Function<T, JsonNode> entry) {
        var list = YAML.createArrayNode();
        some(choices, probability).forEach(choice -> list.add(entry.apply(choice)));
        return list;
    }

    /** Puts the entries of a list into another order, and perhaps leaves one out. */
    void rearrange(ArrayNode list) {
        var entries = new ArrayList<JsonNode>();
        list.forEach(entries::add);
        Collections.shuffle(entries, random);
        if (entries.size() > 1 && chance(0.3)) {
            entries.removeLast();
        }
        list.removeAll().addAll(entries);
    }

    /** Sets a field to one of these pieces of YAML, or leaves it out. */
    void maybe(ObjectNode node, String field, double probability, String... choices) {
        if (chance(probability)) {
            node.set(field, yaml(one(List.of(choices))));
        }
    }

    /** Sets a list, or leaves it out where it is empty. */
    static void set(ObjectNode node, String field, ArrayNode list) {
        if (!list.isEmpty()) {
            node.set(field, list);
        }
    }
}
