package dev.patterned.operator.plan.envoy;

import static dev.patterned.operator.plan.envoy.Ambassadors.http;
import static dev.patterned.operator.plan.envoy.Ambassadors.outbound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.HttpOptions;
import dev.patterned.operator.model.Outbound.OutboundProtocol;
import dev.patterned.operator.model.Outbound.Upstream;
import dev.patterned.operator.resources.Expansion;
import dev.patterned.operator.testing.GoldenCases;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Envoy itself says of its configuration. */
class EnvoyValidationEngineTest {
    @TempDir Path folder;

    @Test
    void takesWhatEveryGoldenCaseRendersTo() {
        var texts = new HashSet<Map<String, String>>();
        for (var golden : GoldenCases.all()) {
            for (var child : Expansion.children(golden.model())) {
                if (child.object() instanceof ConfigMap map
                        && map.getData().containsKey(EnvoyBootstrap.FILE)
                        && texts.add(map.getData())) {
                    accepted(golden.name(), map.getData());
                }
            }
        }
        assertThat(texts).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"::1", "10.0.0.1", "a", "a.b.c.svc.cluster.local.", "%ENVIRONMENT(HOME)%"})
    void takesHosts(String host) {
        accepted(host, files(outbound(http(), upstream(host))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999, 1000, 1500, 300_000, 86_400_000})
    void takesTimes(long millis) {
        var time = Duration.ofMillis(millis);
        var options = new HttpOptions(Optional.of(time), 10, Optional.of(time));
        var base = outbound(new OutboundProtocol.Http(options), upstream("a"));
        accepted(
                "" + time,
                files(
                        new Outbound(
                                "api",
                                base.port(),
                                base.protocol(),
                                base.upstreams(),
                                time,
                                1,
                                Optional.empty())));
    }

    /** A bootstrap of an ambassador with as much as a user may ask for. */
    @Test
    void takesManyUpstreams() {
        var upstreams = new ArrayList<Upstream>();
        for (var number = 0; number < 64; number++) {
            upstreams.add(
                    new Upstream(
                            "st-" + number,
                            "redis-" + number + ".redis",
                            6379,
                            Optional.empty(),
                            OptionalInt.of(1 + number)));
        }
        for (var protocol :
                List.of(
                        new OutboundProtocol.Tcp(),
                        new OutboundProtocol.Redis(false),
                        new OutboundProtocol.Redis(true))) {
            accepted("" + protocol, files(outbound(protocol, upstreams.toArray(Upstream[]::new))));
        }
    }

    private void accepted(String what, Map<String, String> files) {
        var result = RunningEnvoy.validate(folder, files);
        assertThat(result.exitCode()).as("%s: %s", what, result.output()).isZero();
        assertThat(result.output())
                .as(what)
                .contains("OK")
                .doesNotContainIgnoringCase("deprecated");
    }

    private static Map<String, String> files(Outbound outbound) {
        return EnvoyBootstrap.files(Ambassadors.envoy(List.of(outbound), List.of()));
    }

    private static Upstream upstream(String host) {
        return new Upstream("a", host, 80, Optional.empty(), OptionalInt.empty());
    }
}
