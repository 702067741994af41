package dev.patterned.operator.plan.twemproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.OutboundProtocol;
import dev.patterned.operator.model.Outbound.Upstream;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwemproxyConfigTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"a\n  - b", "\"", "\\", "x: {y: 1}", "# no", "%FOO%", "é", "*a", "!!int 1"})
    void noTextIsMoreThanAValue(String hostile) throws JsonProcessingException {
        var pool = pools(hostile, new OutboundProtocol.Redis(false)).get("out_my_cache");
        assertThat(pool.size()).isEqualTo(12);
        assertThat(pool.get("servers").size()).isEqualTo(1);
        assertThat(pool.get("servers").get(0).textValue())
                .isEqualTo(hostile + ":6379:3 " + hostile);
    }

    @Test
    void saysWhatTheListenerSays() throws JsonProcessingException {
        var pool = pools("a", new OutboundProtocol.Redis(true)).get("out_my_cache");
        assertThat(pool.get("listen").textValue()).isEqualTo("127.0.0.1:6380");
        assertThat(pool.get("timeout").intValue()).isEqualTo(1500);
        assertThat(pool.get("auto_eject_hosts").booleanValue()).isTrue();
    }

    @Test
    void isForRedisOnly() {
        assertThatThrownBy(() -> pools("a", new OutboundProtocol.Tcp()))
                .hasMessageContaining("Redis only");
    }

    private static JsonNode pools(String text, OutboundProtocol protocol)
            throws JsonProcessingException {
        var upstream = new Upstream(text, text, 6379, Optional.empty(), OptionalInt.of(3));
        var outbound =
                new Outbound(
                        "my-cache",
                        6380,
                        protocol,
                        List.of(upstream),
                        Duration.ofMillis(1500),
                        7,
                        Optional.empty());
        var twemproxy =
                new Ambassador.Twemproxy(
                        "cache",
                        "twemproxy",
                        null,
                        new ResourceRequirements(),
                        List.of(outbound),
                        19000);
        return new ObjectMapper(new YAMLFactory()).readTree(TwemproxyConfig.yaml(twemproxy));
    }
}
