package dev.patterned.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.resources.Expansion;
import dev.patterned.operator.resources.Manifests;
import dev.patterned.operator.testing.GoldenCases;
import dev.patterned.operator.testing.GoldenCases.GoldenCase;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server fills in the schema's defaults before the operator sees an object; offline nobody
 * does.
 */
class DefaultsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void fixedValuesAreTheSchemas() throws IOException {
        var found = new TreeMap<String, String>();
        collect(schema().path("properties").path("spec"), "spec", found);

        assertThat(found)
                .containsAllEntriesOf(
                        Map.ofEntries(
                                Map.entry("spec.replicas", "" + Defaults.REPLICAS),
                                Map.entry(
                                        "spec.autoscaling.minReplicas", "" + Defaults.MIN_REPLICAS),
                                Map.entry(
                                        "spec.autoscaling.cpuUtilizationPercent",
                                        "" + Defaults.CPU_PERCENT),
                                Map.entry(
                                        "spec.logTailers[].rotate.keep", "" + Defaults.ROTATE_KEEP),
                                Map.entry(
                                        "spec.adapters[].metrics.source.apache.path",
                                        MetricsDefaults.APACHE_PATH),
                                Map.entry(
                                        "spec.adapters[].metrics.source.nginx.path",
                                        MetricsDefaults.NGINX_PATH),
                                Map.entry(
                                        "spec.adapters[].metrics.source.nginx.port",
                                        "" + MetricsDefaults.HTTP_PORT),
                                Map.entry(
                                        "spec.adapters[].metrics.source.redis.port",
                                        "" + MetricsDefaults.REDIS_PORT),
                                Map.entry(
                                        "spec.adapters[].metrics.source.statsd.port",
                                        "" + MetricsDefaults.STATSD_PORT),
                                Map.entry("spec.dependencies[].timeout", Defaults.TIMEOUT),
                                Map.entry("spec.dependencies[].interval", Defaults.INTERVAL)));
    }

    static Stream<GoldenCase> cases() {
        return GoldenCases.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void anObjectWithTheServersDefaultsRendersTheSame(GoldenCase golden) throws IOException {
        JsonNode tree = MAPPER.valueToTree(golden.app());
        fill(schema(), tree);
        var filled = MAPPER.treeToValue(tree, PatternedApp.class);

        assertThat(render(filled)).isEqualTo(render(golden.app()));
    }

    private static String render(PatternedApp app) {
        return switch (Validator.validate(app)) {
            case Verdict.Accepted(var model, _) ->
                    Manifests.toYaml(
                            Expansion.children(model).stream().map(Child::object).toList());
            case Verdict.Refused(var problems) -> problems.toString();
        };
    }

    /** As the API server does: absent properties with a default, top down, inside what is there. */
    private static void fill(JsonNode schema, JsonNode value) {
        if (value.isArray()) {
            value.forEach(element -> fill(schema.path("items"), element));
            return;
        }
        if (!(value instanceof com.fasterxml.jackson.databind.node.ObjectNode object)) {
            return;
        }
        schema.path("properties")
                .properties()
                .forEach(property -> {
                    var standard = property.getValue().path("default");
                    if (!standard.isMissingNode() && !object.has(property.getKey())) {
                        object.set(property.getKey(), standard.deepCopy());
                    }
                    fill(property.getValue(), object.path(property.getKey()));
                });
    }

    private static void collect(JsonNode schema, String path, Map<String, String> found) {
        if (schema.has("default")) {
            found.put(path, schema.path("default").asText());
        }
        schema.path("properties")
                .properties()
                .forEach(property ->
                        collect(property.getValue(), path + "." + property.getKey(), found));
        if (schema.has("items")) {
            collect(schema.path("items"), path + "[]", found);
        }
    }

    private static JsonNode schema() throws IOException {
        try (var in =
                DefaultsTest.class.getResourceAsStream(
                        "/dev/patterned/api/patternedapp.schema.json")) {
            return MAPPER.readTree(in);
        }
    }
}
