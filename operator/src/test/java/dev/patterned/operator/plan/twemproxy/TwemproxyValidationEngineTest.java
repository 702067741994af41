package dev.patterned.operator.plan.twemproxy;

import static dev.patterned.operator.plan.twemproxy.RunningTwemproxy.ambassador;
import static dev.patterned.operator.plan.twemproxy.RunningTwemproxy.ring;
import static dev.patterned.operator.plan.twemproxy.RunningTwemproxy.shard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.resources.Expansion;
import dev.patterned.operator.testing.GoldenCases;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What twemproxy itself says of its configuration. */
class TwemproxyValidationEngineTest {
    @TempDir Path folder;

    @Test
    void takesWhatEveryGoldenCaseRendersTo() {
        var tried = 0;
        for (var golden : GoldenCases.all()) {
            for (var child : Expansion.children(golden.model())) {
                if (child.object() instanceof ConfigMap map
                        && map.getData().containsKey(TwemproxyConfig.FILE)) {
                    accepted(golden.name(), map.getData().get(TwemproxyConfig.FILE));
                    tried++;
                }
            }
        }
        assertThat(tried).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "10.0.0.1", "redis-0.redis", "yes", "007"})
    void takesHosts(String host) {
        var yaml = TwemproxyConfig.yaml(ambassador(ring(false, shard("a", host, 6379))));
        accepted(host, yaml);
    }

    private void accepted(String what, String configuration) {
        var result = RunningTwemproxy.validate(folder, configuration);
        assertThat(result.exitCode()).as("%s: %s", what, result.output()).isZero();
    }
}
