package dev.patterned.operator.plan.envoy;

import static dev.patterned.operator.plan.envoy.Ambassadors.http;
import static dev.patterned.operator.plan.envoy.Ambassadors.inboundHttp;
import static dev.patterned.operator.plan.envoy.Ambassadors.outbound;
import static dev.patterned.operator.plan.envoy.Ambassadors.upstream;
import static dev.patterned.operator.testing.engines.HttpBackend.answering;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.OutboundProtocol.Redis;
import dev.patterned.operator.testing.engines.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart's dashboard asks for what Envoy really tells. */
class DashboardEngineTest {
    private static final Path DASHBOARD = Path.of("../helm/dashboards/patterned.json");

    /** A metric with the label that chooses listeners or clusters, if any, and its pattern. */
    private static final Pattern METRIC =
            Pattern.compile("(envoy_[a-z_0-9]+)\\{(?:(envoy_[a-z_]+)=~\"([^\"]+)\")?");

    @TempDir Path folder;

    @Test
    void everyMetricExistsWithItsLabel() throws IOException {
        try (var server = answering(200, "server")) {
            var api = outbound(http(), upstream("api", server.port()));
            var redis =
                    new Outbound(
                            "cache",
                            Ports.free(),
                            new Redis(false),
                            api.upstreams(),
                            api.connectTimeout(),
                            api.maxConnections(),
                            api.tls());
            var web = inboundHttp(0, server.port());
            try (var envoy = RunningEnvoy.start(folder, List.of(api, redis), List.of(web))) {
                assertThat(envoy.get(api.port(), "/").statusCode()).isEqualTo(200);
                var known = envoy.getFromAdmin("/stats/prometheus").body();
                assertThat(expressions())
                        .isNotEmpty()
                        .allSatisfy(expression -> {
                            var metrics = METRIC.matcher(expression);
                            assertThat(metrics.results())
                                    .isNotEmpty()
                                    .allSatisfy(metric -> {
                                        var line =
                                                metric.group(2) == null
                                                        ? metric.group(1) + "\\{"
                                                        : metric.group(1)
                                                                + "\\{[^\\n]*"
                                                                + metric.group(2)
                                                                + "=\""
                                                                + metric.group(3)
                                                                + "\"";
                                        assertThat(
                                                        Pattern.compile("(?m)^" + line)
                                                                .matcher(known)
                                                                .find())
                                                .as(metric.group())
                                                .isTrue();
                                    });
                        });
            }
        }
    }

    private static List<String> expressions() throws IOException {
        var expressions = new ArrayList<String>();
        for (JsonNode panel : new ObjectMapper().readTree(DASHBOARD.toFile()).get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                expressions.add(target.get("expr").textValue());
            }
        }
        return expressions;
    }
}
