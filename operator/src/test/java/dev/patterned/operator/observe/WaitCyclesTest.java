package dev.patterned.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitCyclesTest {
    @Test
    void twoAppsThatWaitForEachOther() {
        assertThat(through(Map.of("b", List.of("a")))).containsExactly("a", "b", "a");
    }

    @Test
    void theShortestWayIsShownAndOfTwoTheSameEachTime() {
        var waits =
                Map.of(
                        "b", List.of("long", "d", "c"),
                        "long", List.of("longer"),
                        "longer", List.of("a"),
                        "c", List.of("a"),
                        "d", List.of("a"));
        assertThat(through(waits)).containsExactly("a", "b", "c", "a");
    }

    @Test
    void aCircleOfOthersIsNotThisAppsAndEnds() {
        assertThat(through(Map.of("b", List.of("c"), "c", List.of("b")))).isEmpty();
    }

    @Test
    void appsThatAreNotThereEndTheWay() {
        assertThat(through(Map.of())).isEmpty();
    }

    @Test
    void aThousandAppsInACircleAreFound() {
        var waits =
                IntStream.range(0, 1000)
                        .boxed()
                        .collect(
                                Collectors.toMap(
                                        n -> "app" + n, n -> List.of("app" + (n + 1) % 1000)));
        var way = WaitCycles.through("app0", "app1", app -> waits.getOrDefault(app, List.of()));
        assertThat(way).hasSize(1001).startsWith("app0", "app1").endsWith("app999", "app0");
    }

    private static List<String> through(Map<String, List<String>> waits) {
        return WaitCycles.through("a", "b", app -> waits.getOrDefault(app, List.of()));
    }
}
