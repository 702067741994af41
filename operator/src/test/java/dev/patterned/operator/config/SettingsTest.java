package dev.patterned.operator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @Test
    void withoutAnyItWatchesAllNamespacesAlone() {
        var config = Settings.read(Map.of(), List.of());

        assertThat(config.namespaces()).isEmpty();
        assertThat(config.leaderElection()).isEmpty();
        assertThat(config.httpPort()).isEqualTo(8080);
        assertThat(config.watchSecrets()).isFalse();
        assertThat(config.logFormat()).isEqualTo(LogFormat.TEXT);
    }

    @Test
    void flagsWinOverTheEnvironment() {
        var config =
                Settings.read(
                        Map.of(
                                "PATTERNED_HTTP_PORT", "9090",
                                "PATTERNED_LOG_FORMAT", "JSON",
                                "PATTERNED_WATCH_SECRETS", "true",
                                "PATTERNED_WATCH_NAMESPACES", "b, a,",
                                "PATH", "/bin"),
                        List.of("--http-port=0"));

        assertThat(config.httpPort()).isZero();
        assertThat(config.watchSecrets()).isTrue();
        assertThat(config.logFormat()).isEqualTo(LogFormat.JSON);
        assertThat(config.namespaces()).containsExactly("a", "b");
    }

    @Test
    void leadersAreElectedInThePodsOwnNamespaceAndHaveDifferentNames() {
        var environment = Map.of("POD_NAMESPACE", "system", "HOSTNAME", "operator-0");
        var first = Settings.read(environment, List.of("--leader-election")).leaderElection();
        var second = Settings.read(environment, List.of("--leader-election")).leaderElection();

        assertThat(first).isPresent();
        assertThat(first.orElseThrow().namespace()).isEqualTo("system");
        assertThat(first.orElseThrow().identity()).startsWith("operator-0_");
        assertThat(first.orElseThrow().identity()).isNotEqualTo(second.orElseThrow().identity());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--http-port=70000 | --http-port (or PATTERNED_HTTP_PORT) is \"70000\"",
                "--http-port=x | a number from 0 to 65535",
                "--log-format=xml | one of text, json",
                "--leader-election | --lease-namespace",
                "--no-such | Unknown argument",
                "http-port=1 | Unknown argument",
            })
    void whatCannotBeIsSaid(String argument, String sentence) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> Settings.read(Map.of(), List.of(argument)))
                .withMessageContaining(sentence);
    }
}
