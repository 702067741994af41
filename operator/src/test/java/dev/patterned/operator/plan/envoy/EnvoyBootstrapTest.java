package dev.patterned.operator.plan.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.Inbound;
import dev.patterned.operator.model.Inbound.InboundProtocol;
import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.OutboundProtocol;
import dev.patterned.operator.model.Outbound.Upstream;
import dev.patterned.operator.model.Outbound.UpstreamTls;
import dev.patterned.operator.model.Target.CertificateAuthority.FromSecret;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvoyBootstrapTest {
    private static final String HARMLESS = "harmless";

    /** What makes a name of any text: an address is not told as SNI. */
    private static final String SERVER = "_server";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"}, \"admin\": {",
                "a\r\nb: c",
                "\u0000",
                "\\",
                "100%",
                "%ENVIRONMENT(HOME)%",
                "${HOME}",
                "{{ .Values }}",
                "yes",
                "007",
                "é\u2028",
                "a b",
                "a:80"
            })
    void noTextIsMoreThanAValue(String hostile) throws JsonProcessingException {
        var harmless = EnvoyBootstrap.files(withText(HARMLESS));
        var files = EnvoyBootstrap.files(withText(hostile));
        assertThat(files).hasSameSizeAs(harmless);
        for (var file : files.keySet()) {
            var found = tree(files.get(file));
            // Where the port is added, a colon makes an IPv6 address of a host.
            var expected =
                    harmless.get(file)
                            .replace(
                                    '"' + HARMLESS + SERVER + ":8080\"",
                                    quoted(bracketed(hostile + SERVER) + ":8080"))
                            .replace('"' + HARMLESS + SERVER + '"', quoted(hostile + SERVER))
                            .replace('"' + HARMLESS + '"', quoted(hostile));
            assertThat(found).isEqualTo(tree(expected));
        }
    }

    @Test
    void isTheSameTextEachTime() {
        assertThat(EnvoyBootstrap.json(withText("a")))
                .isEqualTo(EnvoyBootstrap.json(withText("a")));
    }

    @Test
    void namesAreReadable() throws JsonProcessingException {
        var resources = tree(EnvoyBootstrap.json(withText("a"))).get("static_resources");
        assertThat(names(resources.get("listeners")))
                .containsExactly("out_my_api", "in_web", "patterned_status");
        assertThat(names(resources.get("clusters")))
                .containsExactly("out_my_api", "in_web", "in_web_h2", "patterned_admin");
    }

    /** Text of a ConfigMap that anybody in the namespace may read. */
    @Test
    void namesSecretsByPathOnly() {
        var files = EnvoyBootstrap.files(withText("a"));
        assertThat(files.keySet())
                .containsExactly(
                        "envoy.json", "tls-my-api-authority.json", "tls-my-api-client.json");
        assertThat(files.values()).noneMatch(text -> text.contains("inline"));
        assertThat(files.get("tls-my-api-client.json"))
                .contains("/etc/patterned-tls/my-api/client/tls.key");
    }

    private static JsonNode tree(String json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json);
    }

    private static String quoted(String text) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(text);
    }

    private static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static List<String> names(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("name").textValue())
                .toList();
    }

    private static Ambassador.Envoy withText(String text) {
        var upstream = new Upstream(text, text, 8080, Optional.empty(), OptionalInt.of(3));
        var tls =
                new UpstreamTls(
                        new FromSecret(new SecretKeySelector(text, text, null)),
                        Optional.of(text),
                        text + SERVER);
        var outbound =
                new Outbound(
                        "my-api",
                        6380,
                        new OutboundProtocol.Http(Ambassadors.HTTP_DEFAULTS),
                        List.of(upstream, upstream),
                        Duration.ofMillis(1500),
                        7,
                        Optional.of(tls));
        var inbound = new Inbound("web", 8443, new InboundProtocol.Http(Optional.empty(), 0), 80);
        return new Ambassador.Envoy(
                "net",
                "envoy",
                null,
                new ResourceRequirements(),
                List.of(outbound),
                List.of(inbound),
                19000,
                19001);
    }
}
