package dev.patterned.operator.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedTextTest {
    private final ObjectMapper mapper =
            new ObjectMapper()
                    .registerModule(
                            new SimpleModule().addDeserializer(String.class, new SharedText()));

    @Test
    void equalTextsOfTwoObjectsAreOne() throws Exception {
        var one = configMap("text").getData().get("key");
        var other = configMap("text").getData().get("key");

        assertThat(other).isSameAs(one);
    }

    @Test
    void textsStayAsTheyAreHoweverManyThereAre() throws Exception {
        for (var number : IntStream.range(0, 20_000).toArray()) {
            var text = "text " + number;
            assertThat(configMap(text).getData()).containsEntry("key", text);
        }
    }

    @Test
    void anAbsentTextStaysAbsent() throws Exception {
        assertThat(mapper.readValue("{\"data\": {\"key\": null}}", ConfigMap.class).getData())
                .containsEntry("key", null);
        assertThat(mapper.readValue("{\"immutable\": null}", ConfigMap.class).getKind())
                .isEqualTo("ConfigMap");
    }

    private ConfigMap configMap(String text) throws Exception {
        JsonNode tree = mapper.createObjectNode().putObject("data").put("key", text);
        return mapper.treeToValue(mapper.createObjectNode().set("data", tree), ConfigMap.class);
    }
}
