package dev.patterned.operator.metrics;

import dev.patterned.operator.apply.Outcome;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetricsV2;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** The registry of one operator. */
public final class OperatorMetrics implements AutoCloseable {
    private static final String PREFIX = "patterned.";

    /** The standard names of a JVM's and a process's metrics stay as dashboards know them. */
    private static final List<String> STANDARD = List.of("jvm.", "process.", "system.");

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final Metrics reconciliations;

    /** With the metrics of the JVM in it. */
    public OperatorMetrics() {
        registry.config().meterFilter(prefixed());
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        reconciliations = MicrometerMetricsV2.newBuilder(registry).build();
    }

    private static MeterFilter prefixed() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return STANDARD.stream().anyMatch(id.getName()::startsWith)
                        ? id
                        : id.withName(PREFIX + id.getName());
            }
        };
    }

    /** What the framework reports of passes, queues and retries. */
    public Metrics reconciliations() {
        return reconciliations;
    }

    /** Counts what became of children: changes, conflicts and refusals, by kind. */
    public void count(List<Outcome> outcomes) {
        outcomes.stream()
                .filter(outcome -> !(outcome instanceof Outcome.Unchanged))
                .forEach(outcome ->
                        registry.counter(
                                        "children",
                                        "kind",
                                        outcome.kind(),
                                        "outcome",
                                        outcome.getClass().getSimpleName())
                                .increment());
    }

    /** Counts a status write. */
    public void countStatusWrite() {
        registry.counter("status.writes").increment();
    }

    /** Everything, in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
