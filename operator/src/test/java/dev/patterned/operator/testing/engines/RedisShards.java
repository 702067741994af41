package dev.patterned.operator.testing.engines;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Two Redis servers behind one ring, and 2,000 keys for them to share. */
public record RedisShards(RedisShard one, RedisShard two) implements AutoCloseable {
    public static final List<String> KEYS =
            IntStream.range(0, 2000).mapToObj(number -> "key:" + number).toList();

    /** Both empty. */
    public static RedisShards start(Path folder) {
        return new RedisShards(new RedisShard(folder), new RedisShard(folder));
    }

    /** One command a key; SET gives each its own name as its value. */
    public static List<List<String>> commands(String verb) {
        return KEYS.stream()
                .map(key -> verb.equals("SET") ? List.of(verb, key, key) : List.of(verb, key))
                .toList();
    }

    @Override
    public void close() {
        one.close();
        two.close();
    }
}
