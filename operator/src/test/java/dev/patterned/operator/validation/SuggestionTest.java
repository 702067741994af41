package dev.patterned.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    @ParameterizedTest
    @CsvSource({
        "prots,ports",
        "port,ports",
        "PORTS,ports",
        "imgae,image",
        "HTTP,",
        "x,",
        "readFrom,"
    })
    void findsWhatWasMeantAndNothingElse(String word, String meant) {
        assertThat(Suggestion.nearest(word, List.of("image", "ports", "command")).orElse(null))
                .isEqualTo(meant);
    }
}
