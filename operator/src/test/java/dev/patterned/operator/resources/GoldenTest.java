package dev.patterned.operator.resources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.GoldenCases;
import dev.patterned.operator.testing.GoldenCases.GoldenCase;
import dev.patterned.operator.testing.Refresh;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each input renders to, whole: an upgrade that renders differently rolls every app of every
 * user.
 */
class GoldenTest {
    static Stream<GoldenCase> cases() {
        return GoldenCases.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void rendersAsCommitted(GoldenCase golden) {
        Refresh.check(golden.expected(), golden.rendered());
    }

    @Test
    void coversTheInterestingCombinations() {
        assertThat(GoldenCases.all()).hasSizeGreaterThanOrEqualTo(25);
    }
}
