package dev.patterned.operator.plan.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.resources.Child;
import dev.patterned.operator.resources.Expansion;
import dev.patterned.operator.testing.GoldenCases;
import dev.patterned.operator.testing.GoldenCases.GoldenCase;
import dev.patterned.operator.testing.collector.Collector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenEngineTest {
    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("cases")
    void theCollectorTakesWhatEveryCaseRendersTo(GoldenCase golden) {
        assertThat(configurations(golden))
                .allSatisfy(yaml -> assertThat(Collector.validate(yaml, folder)).isEmpty());
    }

    static List<GoldenCase> cases() {
        return GoldenCases.all().stream()
                .filter(golden -> !configurations(golden).isEmpty())
                .toList();
    }

    private static List<String> configurations(GoldenCase golden) {
        return Expansion.children(golden.model()).stream()
                .map(Child::object)
                .filter(ConfigMap.class::isInstance)
                .flatMap(object -> ((ConfigMap) object).getData().values().stream())
                .filter(text -> text.contains("\"file_log\": {"))
                .toList();
    }
}
