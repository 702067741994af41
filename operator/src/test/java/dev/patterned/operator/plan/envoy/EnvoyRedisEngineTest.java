package dev.patterned.operator.plan.envoy;

import static dev.patterned.operator.plan.envoy.Ambassadors.outbound;
import static dev.patterned.operator.plan.envoy.Ambassadors.upstream;
import static dev.patterned.operator.testing.engines.RedisShards.KEYS;
import static dev.patterned.operator.testing.engines.RedisShards.commands;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.OutboundProtocol.Redis;
import dev.patterned.operator.testing.engines.EngineProcess;
import dev.patterned.operator.testing.engines.RedisClient;
import dev.patterned.operator.testing.engines.RedisShard;
import dev.patterned.operator.testing.engines.RedisShards;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvoyRedisEngineTest {
    @TempDir Path folder;
    @AutoClose private RedisShards shards;
    private RedisShard one;
    private RedisShard two;

    @BeforeEach
    void start() {
        shards = RedisShards.start(folder);
        one = shards.one();
        two = shards.two();
    }

    @Test
    void spreadsKeysAndFindsThemAgain() {
        var listener = ring(false, one, two);
        try (var _ = RunningEnvoy.start(folder, listener);
                var client = new RedisClient(listener.port())) {
            assertThat(client.pipeline(commands("SET"))).containsOnly("OK");
            assertThat(one.size()).isBetween(800, 1200).isEqualTo(2000 - two.size());
            assertThat(client.pipeline(commands("GET"))).isEqualTo(KEYS);
            assertThat(client.ask("MGET", "key:1", "key:2", "key:none"))
                    .isEqualTo("[key:1, key:2, (nil)]");
            assertThat(client.ask("DEL", "key:1", "key:2", "key:none")).isEqualTo("2");
        }
    }

    /**
     * Shards that moved, in another order, behind a proxy that starts anew: as after any change.
     */
    @Test
    void keysStayWhereTheyAreWhenAddressesChange() {
        var listener = ring(false, one, two);
        fill(listener);
        var moved =
                ring(
                        false,
                        upstream("two", two.port()),
                        new Outbound.Upstream(
                                "one",
                                "localhost",
                                one.port(),
                                Optional.empty(),
                                OptionalInt.empty()));
        try (var _ = RunningEnvoy.start(folder, moved);
                var client = new RedisClient(moved.port())) {
            assertThat(client.pipeline(commands("GET"))).isEqualTo(KEYS);
        }
    }

    @Test
    void keysOfOneTagAreInOneShard() {
        var listener = ring(false, one, two);
        try (var _ = RunningEnvoy.start(folder, listener);
                var client = new RedisClient(listener.port())) {
            for (var number = 0; number < 50; number++) {
                assertThat(client.ask("SET", "{user}:" + number, "x")).isEqualTo("OK");
            }
            assertThat(List.of(one.size(), two.size())).containsExactlyInAnyOrder(0, 50);
        }
    }

    @Test
    void aLostShardMakesErrorsForItsKeysAloneUntilItIsBack() {
        var listener = ring(false, one, two);
        try (var _ = RunningEnvoy.start(folder, listener);
                var client = new RedisClient(listener.port())) {
            client.pipeline(commands("SET"));
            var lost = KEYS.stream().filter(two::has).limit(5).toList();
            var kept = KEYS.stream().filter(one::has).limit(5).toList();
            two.kill();
            assertThat(lost).allSatisfy(key -> assertThat(client.ask("GET", key)).startsWith("!"));
            assertThat(lost)
                    .allSatisfy(key -> assertThat(client.ask("SET", key, "other")).startsWith("!"));
            assertThat(kept).allSatisfy(key -> assertThat(client.ask("GET", key)).isEqualTo(key));
            assertThat(client.ask("MGET", kept.getFirst(), lost.getFirst()))
                    .startsWith("[" + kept.getFirst() + ", !");

            two.restart();
            await().atMost(EngineProcess.PATIENCE)
                    .untilAsserted(() ->
                            assertThat(client.ask("SET", lost.getFirst(), "x")).isEqualTo("OK"));
            assertThat(two.has(lost.getFirst())).isTrue();
        }
    }

    /** As the name of a StatefulSet's Pod is while it is not ready. */
    @Test
    void aShardWhoseNameDoesNotResolveKeepsItsKeys() {
        fill(ring(false, one, two));
        var lost = KEYS.stream().filter(two::has).limit(20).toList();
        var kept = KEYS.stream().filter(one::has).limit(20).toList();
        var nameless =
                ring(
                        false,
                        upstream("one", one.port()),
                        new Outbound.Upstream(
                                "two",
                                "nowhere.invalid",
                                two.port(),
                                Optional.empty(),
                                OptionalInt.empty()));
        try (var _ = RunningEnvoy.start(folder, nameless);
                var client = new RedisClient(nameless.port())) {
            assertThat(lost)
                    .allSatisfy(key -> assertThat(client.ask("SET", key, "x")).startsWith("!"));
            assertThat(kept).allSatisfy(key -> assertThat(client.ask("GET", key)).isEqualTo(key));
        }
    }

    @Test
    void withRehashTheOtherShardTakesTheKeys() {
        var listener = ring(true, one, two);
        try (var _ = RunningEnvoy.start(folder, listener);
                var client = new RedisClient(listener.port())) {
            client.pipeline(commands("SET"));
            var lost = KEYS.stream().filter(two::has).findFirst().orElseThrow();
            two.kill();
            await().atMost(EngineProcess.PATIENCE)
                    .untilAsserted(
                            () -> assertThat(client.ask("SET", lost, "other")).isEqualTo("OK"));
            assertThat(one.has(lost)).isTrue();
        }
    }

    /** What the page on ambassadors says that Redis behind Envoy cannot do. */
    @Test
    void saysWhatItDoesNotSupport() {
        var listener = ring(false, one, two);
        try (var _ = RunningEnvoy.start(folder, listener);
                var client = new RedisClient(listener.port())) {
            assertThat(client.ask("PING")).isEqualTo("PONG");
            for (var command : List.of("SUBSCRIBE", "BLPOP", "XREAD", "DBSIZE", "SHUTDOWN")) {
                assertThat(client.ask(command, "key", "0")).startsWith("!ERR unknown command");
            }
            client.pipeline(commands("SET"));
            // Envoy would send these to some of the shards, and answer as if it had asked all.
            for (var command : List.of("KEYS *", "SCAN 0", "FLUSHALL", "FLUSHDB", "CONFIG GET *")) {
                assertThat(client.ask(command.split(" "))).as(command).startsWith("!");
            }
            assertThat(one.size() + two.size()).isEqualTo(KEYS.size());
        }
    }

    /** All of main's connections share one to each shard. */
    @Test
    void nobodyMovesTheOthersToAnotherDatabase() {
        var listener = ring(false, one, two);
        try (var _ = RunningEnvoy.start(folder, listener);
                var client = new RedisClient(listener.port());
                var other = new RedisClient(listener.port())) {
            assertThat(client.ask("SELECT", "1")).startsWith("!Fault");
            assertThat(client.ask("select", "0")).startsWith("!Fault");
            assertThat(other.ask("SET", "key", "value")).isEqualTo("OK");
            assertThat(one.has("key") || two.has("key")).as("in database 0").isTrue();
        }
    }

    private void fill(Outbound listener) {
        try (var _ = RunningEnvoy.start(folder, listener);
                var client = new RedisClient(listener.port())) {
            client.pipeline(commands("SET"));
        }
    }

    private static Outbound ring(boolean rehash, RedisShard one, RedisShard two) {
        return ring(rehash, upstream("one", one.port()), upstream("two", two.port()));
    }

    private static Outbound ring(boolean rehash, Outbound.Upstream... shards) {
        return outbound(new Redis(rehash), shards);
    }
}
