package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.Adapter;
import dev.patterned.api.v1alpha1.MetricsAdapter;
import dev.patterned.operator.validation.Subject.Located;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adapters: what each is, and what a metrics adapter asks. Logs have rules of their own. */
final class AdapterRules {
    /** RFC 6335, section 5.1: a service name. The schema's pattern has said the rest. */
    private static final Pattern PORT_NAME = Pattern.compile("(?!.*--)(?=.*[a-z]).{1,15}");

    private AdapterRules() {}

    static void check(Subject subject, Problems problems) {
        for (var adapter : located("spec.adapters", subject.spec().adapters())) {
            var value = adapter.value();
            one(
                    adapter.path(),
                    "adapter \"%s\"".formatted(value.name()),
                    List.of("logs", "metrics", "custom"),
                    Stream.of(value.logs(), value.metrics(), value.custom()),
                    problems);
            if (value.logs() != null) {
                LogsAdapterRules.check(subject, adapter.path() + ".logs", value.logs(), problems);
            }
            if (value.metrics() != null) {
                metrics(adapter, value.metrics(), problems);
            }
        }
    }

    private static void metrics(
            Located<Adapter> adapter, MetricsAdapter metrics, Problems problems) {
        if (!PORT_NAME.matcher(adapter.value().name()).matches()) {
            problems.error(
                    "PortNameInvalid",
                    adapter.path() + ".name",
                    "\"%s\" is also the name of the port, which has at most 15 characters, a letter and no '--': choose another"
                            .formatted(adapter.value().name()));
        }
        var path = adapter.path() + ".metrics.source";
        var source = metrics.source();
        one(
                path,
                "the source",
                List.of("apache", "nginx", "redis", "statsd"),
                Stream.of(source.apache(), source.nginx(), source.redis(), source.statsd()),
                problems);
        var monitor = metrics.podMonitor();
        if (monitor != null) {
            PodRules.ownKeys(
                    adapter.path() + ".metrics.podMonitor.labels", monitor.labels(), problems);
        }
        var redis = source.redis();
        if (redis != null && redis.username() != null && redis.passwordFrom() == null) {
            problems.error(
                    "PasswordMissing",
                    path + ".redis.username",
                    "\"%s\" has no password: add passwordFrom, or leave username out for the default user"
                            .formatted(redis.username()));
        }
    }

    /** Exactly one member of a union. */
    static void one(
            String path,
            String what,
            List<String> names,
            Stream<? extends @Nullable Object> members,
            Problems problems) {
        var said = members.filter(Objects::nonNull).count();
        if (said != 1) {
            problems.error(
                    "ExactlyOne",
                    path,
                    "%s has %d of %s: say exactly one"
                            .formatted(what, said, String.join(", ", names)));
        }
    }
}
