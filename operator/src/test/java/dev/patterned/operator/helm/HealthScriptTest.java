package dev.patterned.operator.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patterned.api.v1alpha1.ApiKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.luaj.vm2.LuaError;

class HealthScriptTest {
    /** Every folder of cases; each must have some. */
    private static final List<Path> FOLDERS =
            List.of(
                    ChartFixture.folder()
                            .resolveSibling("operator")
                            .resolve(Path.of("src", "test", "resources", "health")));

    @ParameterizedTest
    @MethodSource("cases")
    void argoCdShowsWhatTheStatusMeans(HealthCase one) throws IOException {
        assertThat(HealthScript.ours().of(one.object())).isEqualTo(one.expected());
    }

    @Test
    void everyFolderHasCases() {
        assertThat(FOLDERS).allSatisfy(folder -> assertThat(HealthCase.in(folder)).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return {status = string.upper('x')}",
                "return {status = ('x'):upper()}",
                "return {status = os.date()}",
                "return {status = io.read()}",
                "return {status = require('string')}"
            })
    void theInterpreterHasNoMoreThanArgoCdGives(String source) {
        var script = new HealthScript(source);

        assertThatThrownBy(() -> script.of(Map.of())).isInstanceOf(LuaError.class);
    }

    @Test
    void aScriptThatDoesNotEndIsEnded() {
        var script = new HealthScript("pcall(function() while true do end end)");

        assertThatThrownBy(() -> script.of(Map.of())).isInstanceOf(HealthScript.TooManySteps.class);
    }

    @Test
    void theReadmePutsTheScriptUnderTheKindsKey() throws IOException {
        assertThat(ChartFixture.folder().resolve("argocd").resolve("README.md"))
                .content()
                .contains("resource.customizations.health." + ApiKeys.GROUP + "_PatternedApp");
    }

    private static Stream<HealthCase> cases() {
        return FOLDERS.stream().flatMap(folder -> HealthCase.in(folder).stream());
    }
}
