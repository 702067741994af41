package dev.patterned.operator.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WalkTest {
    @Test
    void whatFailsIsMadeAsSmallAsAValidOneCanBe() {
        var walk =
                LongStream.iterate(0, seed -> seed + 1)
                        .mapToObj(seed -> Walk.draw(seed, 5))
                        .filter(WalkTest::losesItsTailers)
                        .findFirst()
                        .orElseThrow();

        var smallest = walk.shrink(WalkTest::losesItsTailers, 10_000);

        assertThat(smallest.specs()).hasSize(2);
        var first = smallest.specs().getFirst().path("spec");
        assertThat(first.propertyStream().map(field -> field.getKey()))
                .containsExactlyInAnyOrder("workload", "main", "logTailers");
        assertThat(first.path("logTailers")).hasSize(1);
        assertThat(
                        smallest.specs()
                                .getLast()
                                .path("spec")
                                .propertyStream()
                                .map(field -> field.getKey()))
                .containsExactlyInAnyOrder("workload", "main");
    }

    @Test
    void aSeedGivesTheSameWalkAgain() {
        assertThat(Walk.draw(7, 4)).isEqualTo(Walk.draw(7, 4)).isNotEqualTo(Walk.draw(8, 4));
    }

    private static boolean losesItsTailers(Walk walk) {
        return hasTailers(walk, 0) && !hasTailers(walk, walk.specs().size() - 1);
    }

    private static boolean hasTailers(Walk walk, int place) {
        return walk.specs().get(place).path("spec").has("logTailers");
    }
}
