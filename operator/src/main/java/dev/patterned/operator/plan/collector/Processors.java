package dev.patterned.operator.plan.collector;

import static dev.patterned.operator.plan.collector.Setting.mapping;
import static dev.patterned.operator.plan.collector.Setting.texts;

import dev.patterned.operator.model.LogAdapter;
import dev.patterned.operator.model.LogAdapter.Output.Otlp;
import dev.patterned.operator.model.LogAdapter.Output.Stdout;
import dev.patterned.operator.model.LogAdapter.Schema;
import dev.patterned.operator.plan.collector.Setting.Expanded;
import dev.patterned.operator.plan.collector.Setting.Mapping;
import dev.patterned.operator.plan.collector.Setting.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What happens to records between their file and their way out. */
final class Processors {
    static final String LIMITER = "memory_limiter";
    static final String TRANSFORM = "transform";

    private static final Map<Field, String> IDENTITY =
            new TreeMap<>(
                    Map.of(
                            Field.SERVICE, CollectorEnvironment.SERVICE_NAME,
                            Field.NAMESPACE, CollectorEnvironment.NAMESPACE,
                            Field.POD, CollectorEnvironment.POD_NAME,
                            Field.NODE, CollectorEnvironment.NODE_NAME,
                            Field.CONTAINER, CollectorEnvironment.CONTAINER_NAME));

    private Processors() {}

    static Mapping of(LogAdapter adapter) {
        return mapping()
                .with(LIMITER, MemoryBudget.of(adapter).limiter())
                .with(
                        TRANSFORM,
                        mapping()
                                // A statement that does not fit a record is no news.
                                .with("error_mode", "silent")
                                .with("log_statements", new Sequence(groups(adapter))));
    }

    private static List<Setting> groups(LogAdapter adapter) {
        var groups = new ArrayList<Setting>();
        groups.add(group("resource", identity(adapter.schema())));
        groups.add(group("log", texts(Statements.of(adapter.format(), adapter.schema()))));
        switch (adapter.output()) {
            case Stdout() -> groups.add(group("log", texts(Statements.flat())));
            case Otlp _ -> {}
        }
        return groups;
    }

    private static Setting group(String context, Setting statements) {
        return mapping().with("context", context).with("statements", statements);
    }

    /**
     * As statements: a variable that is a whole setting is read as YAML, and a Pod called 007 would
     * be a number; one within a text stays text. The names of Kubernetes have no quotes.
     */
    private static Setting identity(Schema schema) {
        return new Sequence(
                IDENTITY.entrySet().stream()
                        .<Setting>map(entry ->
                                new Expanded(
                                        "set(attributes[\"%s\"], \""
                                                .formatted(entry.getKey().key(schema)),
                                        entry.getValue(),
                                        "\")"))
                        .toList());
    }
}
