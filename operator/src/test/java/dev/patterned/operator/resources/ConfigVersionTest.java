package dev.patterned.operator.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.plan.ConfigReference;
import dev.patterned.operator.plan.ConfigReference.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConfigVersionTest {
    private static final ConfigReference ALL = reference("settings", false);
    private static final ConfigReference COLOR = reference("settings", false, "color");

    @Test
    void anotherContentIsAnotherVersion() {
        assertThat(version(List.of(ALL), Map.of("color", "blue")))
                .isEqualTo(version(List.of(ALL), Map.of("color", "blue")))
                .isNotEqualTo(version(List.of(ALL), Map.of("color", "red")))
                .isNotEqualTo(version(List.of(ALL), Map.of("colour", "blue")));
    }

    @Test
    void aKeyThatNobodyReadsMayChange() {
        assertThat(version(List.of(COLOR), Map.of("color", "blue", "size", "1")))
                .isEqualTo(version(List.of(COLOR), Map.of("color", "blue", "size", "2")));
    }

    @Test
    void neitherTheOrderNorTheNumberOfReferencesMatters() {
        var content = Map.of("color", "blue", "size", "1");
        assertThat(version(List.of(COLOR, ALL, ALL), content))
                .isEqualTo(version(List.of(ALL), content));
    }

    @Test
    void anAppThatUsesNoneHasNoVersion() {
        assertThat(version(List.of(), Map.of("color", "blue"))).isEqualTo(ConfigVersion.UNKNOWN);
    }

    @Test
    void onlyWhatIsNotOptionalIsMissed() {
        assertThat(ConfigVersion.of(List.of(reference("a", true)), _ -> Optional.empty()))
                .isEqualTo(ConfigVersion.UNKNOWN);
        assertThat(ConfigVersion.of(List.of(reference("a", false)), _ -> Optional.empty()))
                .isEqualTo(new ConfigVersion("", true));
    }

    private static ConfigVersion version(
            List<ConfigReference> references, Map<String, String> content) {
        return ConfigVersion.of(references, _ -> Optional.of(new TreeMap<>(content)));
    }

    private static ConfigReference reference(String name, boolean optional, String... keys) {
        return new ConfigReference(Kind.CONFIG_MAP, name, new TreeSet<>(List.of(keys)), optional);
    }
}
