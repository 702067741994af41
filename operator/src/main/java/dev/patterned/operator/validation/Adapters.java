package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.LogFormat;
import dev.patterned.api.v1alpha1.LogOutput;
import dev.patterned.api.v1alpha1.LogsAdapter;
import dev.patterned.api.v1alpha1.MetricsSource;
import dev.patterned.api.v1alpha1.Multiline;
import dev.patterned.api.v1alpha1.OtlpProtocol;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.PodMonitorOptions;
import dev.patterned.operator.model.Adapter;
import dev.patterned.operator.model.CustomAdapter;
import dev.patterned.operator.model.HelperResources;
import dev.patterned.operator.model.Images;
import dev.patterned.operator.model.LogAdapter;
import dev.patterned.operator.model.LogDirectory;
import dev.patterned.operator.model.MainContainer;
import dev.patterned.operator.model.MetricsAdapter;
import dev.patterned.operator.model.TimeLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Adapters of the model. */
final class Adapters {
    private final MainContainer main;

    /** Health ports come from the end of the operator's block; ambassadors take its beginning. */
    private int nextHealthPort = PortRules.RESERVED_LAST;

    private Adapters(MainContainer main) {
        this.main = main;
    }

    static List<Adapter> of(PatternedAppSpec spec, MainContainer main) {
        var builder = new Adapters(main);
        var adapters = new ArrayList<Adapter>();
        for (var adapter : spec.adapters()) {
            adapters.add(builder.adapter(adapter));
        }
        return adapters;
    }

    private Adapter adapter(dev.patterned.api.v1alpha1.Adapter adapter) {
        if (adapter.logs() != null) {
            return logs(adapter.name(), adapter.logs());
        }
        if (adapter.metrics() != null) {
            return metrics(adapter.name(), adapter.metrics());
        }
        var custom = Objects.requireNonNull(adapter.custom());
        return new CustomAdapter(
                Containers.of(adapter.name(), custom),
                custom.logDirectories().stream().map(this::directory).toList());
    }

    private LogDirectory directory(String name) {
        return main.logDirectory(name).orElseThrow();
    }

    private LogAdapter logs(String name, LogsAdapter logs) {
        return new LogAdapter(
                name,
                directory(logs.logDirectory()),
                logs.files(),
                format(logs.format()),
                Optional.ofNullable(logs.multiline()).map(Multiline::firstLine),
                logs.schema() == dev.patterned.api.v1alpha1.LogSchema.ECS
                        ? LogAdapter.Schema.ECS
                        : LogAdapter.Schema.OPEN_TELEMETRY,
                output(logs.output()),
                Objects.requireNonNullElse(logs.image(), Images.COLLECTOR),
                Objects.requireNonNullElseGet(
                        logs.resources(), () -> HelperResources.collectorBeside(main.resources())),
                nextHealthPort--);
    }

    private static LogAdapter.Format format(LogFormat format) {
        var time = Optional.ofNullable(format.timeLayout()).map(TimeLayout::new);
        return switch (format.type()) {
            case APACHE -> new LogAdapter.Format.Apache();
            case NGINX -> new LogAdapter.Format.Nginx();
            case JSON -> new LogAdapter.Format.Json(time);
            case LOGFMT -> new LogAdapter.Format.Logfmt(time);
            case PLAIN -> new LogAdapter.Format.Plain(time);
            case REGEX ->
                    new LogAdapter.Format.Regex(
                            Objects.requireNonNull(format.regex()).pattern(), time);
        };
    }

    private static LogAdapter.Output output(LogOutput output) {
        var otlp = output.otlp();
        if (otlp == null) {
            return new LogAdapter.Output.Stdout();
        }
        return new LogAdapter.Output.Otlp(
                otlp.endpoint(),
                otlp.protocol() == OtlpProtocol.GRPC
                        ? LogAdapter.Protocol.GRPC
                        : LogAdapter.Protocol.HTTP,
                otlp.headersFrom().stream()
                        .map(header ->
                                new LogAdapter.Header(
                                        header.name().toLowerCase(Locale.ROOT),
                                        header.secretKeyRef().getName(),
                                        header.secretKeyRef().getKey()))
                        .toList());
    }

    private MetricsAdapter metrics(String name, dev.patterned.api.v1alpha1.MetricsAdapter metrics) {
        var source = source(metrics.source());
        return new MetricsAdapter(
                name,
                source,
                metrics.port(),
                Optional.ofNullable(metrics.podMonitor()).map(Adapters::monitor),
                Objects.requireNonNullElseGet(metrics.image(), () -> image(source)),
                Objects.requireNonNullElseGet(
                        metrics.resources(), () -> HelperResources.beside(main.resources())));
    }

    private static MetricsAdapter.Monitor monitor(PodMonitorOptions options) {
        return new MetricsAdapter.Monitor(
                Optional.ofNullable(options.interval()), options.labels());
    }

    private static String image(MetricsAdapter.Source source) {
        return switch (source) {
            case MetricsAdapter.Apache _ -> Images.APACHE_EXPORTER;
            case MetricsAdapter.Nginx _ -> Images.NGINX_EXPORTER;
            case MetricsAdapter.Redis _ -> Images.REDIS_EXPORTER;
            case MetricsAdapter.Statsd _ -> Images.STATSD_EXPORTER;
        };
    }

    private static MetricsAdapter.Source source(MetricsSource source) {
        if (source.apache() != null) {
            return new MetricsAdapter.Apache(
                    MetricsDefaults.port(source.apache()), MetricsDefaults.path(source.apache()));
        }
        if (source.nginx() != null) {
            return new MetricsAdapter.Nginx(
                    MetricsDefaults.port(source.nginx()), MetricsDefaults.path(source.nginx()));
        }
        var redis = source.redis();
        if (redis != null) {
            return new MetricsAdapter.Redis(
                    MetricsDefaults.port(redis),
                    Optional.ofNullable(redis.username()),
                    Optional.ofNullable(redis.passwordFrom()));
        }
        return new MetricsAdapter.Statsd(
                MetricsDefaults.port(Objects.requireNonNull(source.statsd())));
    }
}
