package dev.patterned.operator.transition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Adapters. */
final class Adapters {
    private static final String[] LOGS = {
        "{files: [a.log], format: {type: JSON}, output: {stdout: {}}}",
        "{files: [a.log, b.log], format: {type: Apache}, output: {stdout: {}}}",
        "{files: ['*.log'], format: {type: Nginx}, output: {otlp: {endpoint: 'http://otel.example:4318', protocol: HTTP}}}",
    };
    private static final String[] METRICS = {
        "{source: {apache: {port: 8084}}, port: 9117}",
        "{source: {nginx: {port: 8084}}, port: 9113}",
        "{source: {redis: {}}, port: 9121}",
    };
    private static final String[] CUSTOM = {
        "{image: 'adapter:1'}",
        "{image: 'adapter:2', ports: [{name: adapter, containerPort: 3080}], env: [{name: A, value: b}]}",
    };

    private final Draw draw;
    private final List<String> directories;

    /** Of an app with these log directories. */
    Adapters(Draw draw, List<String> directories) {
        this.draw = draw;
        this.directories = directories;
    }

    JsonNode adapter(String name) {
        var adapter = Draw.object().put("name", name);
        switch (draw.below(directories.isEmpty() ? 2 : 3)) {
            case 0 -> adapter.set("custom", piece(CUSTOM));
            case 1 -> adapter.set("metrics", piece(METRICS));
            default -> adapter.set("logs", piece(LOGS).put("logDirectory", draw.one(directories)));
        }
        return adapter;
    }

    private ObjectNode piece(String... choices) {
        return (ObjectNode) Draw.yaml(draw.one(List.of(choices)));
    }
}
