package dev.patterned.operator.plan.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.plan.collector.Setting.Expanded;
import dev.patterned.operator.plan.collector.Setting.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsEncoderTest {
    @Test
    void writesInOneOrderWhateverTheOrderBefore() {
        var setting =
                Setting.mapping()
                        .with("b", Setting.texts("x", "y"))
                        .with("a", Setting.mapping().with("on", true).with("limit", 3))
                        .with("c", Setting.texts(List.of()));

        assertThat(SettingsEncoder.encode(setting))
                .isEqualTo(
                        """
                        {
                          "a": {
                            "limit": 3,
                            "on": true
                          },
                          "b": [
                            "x",
                            "y"
                          ],
                          "c": []
                        }
                        """);
    }

    @Test
    void doublesDollarsOfTextAndLeavesOnlyVariablesOfOurs() {
        assertThat(SettingsEncoder.encode(new Text("${HOME} $1 $$")))
                .isEqualTo("\"$${HOME} $$1 $$$$\"\n");
        assertThat(SettingsEncoder.encode(new Expanded("a$", "NAME", "\"")))
                .isEqualTo("\"a$$${env:NAME}\\\"\"\n");
    }

    @Test
    void escapesWhatYamlWouldChange() {
        assertThat(SettingsEncoder.encode(new Text("\"\\\n\t\u0000\u0085\u2028é😀\ud800")))
                .isEqualTo("\"\\\"\\\\\\u000a\\u0009\\u0000\\u0085\\u2028é😀\\ufffd\"\n");
    }
}
