package dev.patterned.operator.plan.twemproxy;

import static dev.patterned.operator.plan.twemproxy.RunningTwemproxy.shard;
import static dev.patterned.operator.testing.engines.RedisShards.KEYS;
import static dev.patterned.operator.testing.engines.RedisShards.commands;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.testing.engines.EngineProcess;
import dev.patterned.operator.testing.engines.Ports;
import dev.patterned.operator.testing.engines.RedisClient;
import dev.patterned.operator.testing.engines.RedisShard;
import dev.patterned.operator.testing.engines.RedisShards;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwemproxyEngineTest {
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
    void spreadsKeysAndFindsThemAgainWhereverTheShardsAre() {
        var listener =
                RunningTwemproxy.ring(
                        false,
                        shard("one", "127.0.0.1", one.port()),
                        shard("two", "127.0.0.1", two.port()));
        try (var _ = RunningTwemproxy.start(folder, listener);
                var client = new RedisClient(listener.port())) {
            assertThat(client.pipeline(commands("SET"))).containsOnly("OK");
            assertThat(one.size()).isBetween(600, 1400).isEqualTo(2000 - two.size());
        }
        var moved =
                RunningTwemproxy.ring(
                        false,
                        shard("two", "localhost", two.port()),
                        shard("one", "127.0.0.1", one.port()));
        try (var _ = RunningTwemproxy.start(folder, moved);
                var client = new RedisClient(moved.port())) {
            assertThat(client.pipeline(commands("GET"))).isEqualTo(KEYS);
        }
    }

    @Test
    void keysOfOneTagAreInOneShard() {
        var listener = ring(false);
        try (var _ = RunningTwemproxy.start(folder, listener);
                var client = new RedisClient(listener.port())) {
            for (var number = 0; number < 50; number++) {
                assertThat(client.ask("SET", "{user}:" + number, "x")).isEqualTo("OK");
            }
            assertThat(List.of(one.size(), two.size())).containsExactlyInAnyOrder(0, 50);
        }
    }

    @Test
    void aLostShardMakesErrorsForItsKeysAloneUntilItIsBack() {
        var listener = ring(false);
        try (var _ = RunningTwemproxy.start(folder, listener);
                var client = new RedisClient(listener.port())) {
            client.pipeline(commands("SET"));
            var lost = KEYS.stream().filter(two::has).findFirst().orElseThrow();
            var kept = KEYS.stream().filter(one::has).findFirst().orElseThrow();
            two.kill();
            for (var attempt = 0; attempt < 5; attempt++) {
                assertThat(client.ask("SET", lost, "other")).startsWith("!");
                assertThat(client.ask("GET", kept)).isEqualTo(kept);
            }
            two.restart();
            await().atMost(EngineProcess.PATIENCE)
                    .untilAsserted(() -> assertThat(client.ask("SET", lost, "x")).isEqualTo("OK"));
            assertThat(two.has(lost)).isTrue();
        }
    }

    @Test
    void withRehashTheOtherShardTakesTheKeys() {
        var listener = ring(true);
        try (var _ = RunningTwemproxy.start(folder, listener);
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

    /** What the page on ambassadors says that Redis behind twemproxy cannot do. */
    @Test
    void hangsUpOnWhatItDoesNotSupport() {
        var listener = ring(false);
        try (var _ = RunningTwemproxy.start(folder, listener)) {
            for (var command : List.of("SELECT 1", "KEYS *", "SUBSCRIBE a", "FLUSHALL", "INFO")) {
                try (var client = new RedisClient(listener.port())) {
                    assertThatThrownBy(() -> client.ask(command.split(" ")))
                            .as(command)
                            .isInstanceOf(UncheckedIOException.class);
                }
            }
        }
    }

    @Test
    void endsWellWhenItIsToldAndBadlyWhenItCannotStart() {
        var listener = ring(false);
        var running = RunningTwemproxy.start(folder, listener);
        assertThat(running.process().terminate()).isZero();
        assertThat(Ports.accepts(listener.port())).isFalse();
        try (var broken = RunningTwemproxy.run(folder, "out_a: []\n", Ports.free())) {
            assertThat(broken.process().exitCode()).isEqualTo(1);
        }
    }

    private Outbound ring(boolean rehash) {
        return RunningTwemproxy.ring(
                rehash,
                shard("one", "127.0.0.1", one.port()),
                shard("two", "127.0.0.1", two.port()));
    }
}
