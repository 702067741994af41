package dev.patterned.operator.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLayoutTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%Y-%m-%d %H:%M:%S,%L | 2026-11-22 13:30:44,123",
                "%a %b %e %H:%M:%S %Z %Y# | Tue Nov  3 03:00:09 UTC 2026#",
                "[%d/%b/%Y:%T %z] | [22/Nov/2026:13:30:44 +0900]",
                "%D %I:%M %p | 11/22/2026 01:30 PM",
                "%FT%T.%fZ | 2026-11-22T13:30:44.123456Z",
            })
    void knowsWhatItParses(String layout, String text) {
        assertThat(TimeLayout.problem(layout)).isEmpty();
        assertThat(text).matches(new TimeLayout(layout).pattern());
        assertThat("x" + text).doesNotMatch(new TimeLayout(layout).pattern());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-MM-dd | it needs at least a day of the month and an hour",
                "%H:%M:%S | it needs at least a day of the month and an hour",
                "%Y-%m-%d %H:%M:%Q | \"%Q\" is no directive",
                "%d %H % | \"%\" is no directive",
                "%d %H%L | \"%L\" needs a point or a comma before it",
                "v1 %d %H | \"1\" outside a directive would be read as a part of the time",
                "Mon %d %H | \"Mon\" outside a directive would be read as a part of the time",
            })
    void saysWhatCouldNeverParse(String layout, String problem) {
        assertThat(TimeLayout.problem(layout)).contains(problem);
    }
}
