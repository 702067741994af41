package dev.patterned.operator.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How much CPU time the containers of one Pod have used since they started, by their names, as the
 * kubelet counted at one time.
 */
record CpuReading(Instant time, Map<String, Double> seconds) {
    private static final Pattern LINE =
            Pattern.compile(
                    "container_cpu_usage_seconds_total\\{container=\"([^\"]+)\",namespace=\"([^\"]+)\","
                            + "pod=\"([^\"]+)\"} (\\S+) (\\d+)");

    private record Row(String pod, String container, double seconds, long millis) {}

    /** Each Pod of the namespace in what a kubelet answers to {@code /metrics/resource}. */
    static Map<String, CpuReading> parse(String answer, String namespace) {
        var readings = new HashMap<String, CpuReading>();
        LINE.matcher(answer)
                .results()
                .filter(line -> line.group(2).equals(namespace))
                .map(line ->
                        new Row(
                                line.group(3),
                                line.group(1),
                                Double.parseDouble(line.group(4)),
                                Long.parseLong(line.group(5))))
                .forEach(row -> readings.merge(row.pod(), of(row), CpuReading::and));
        return readings;
    }

    private static CpuReading of(Row row) {
        return new CpuReading(
                Instant.ofEpochMilli(row.millis()), Map.of(row.container(), row.seconds()));
    }

    private CpuReading and(CpuReading other) {
        var all = new HashMap<>(seconds);
        all.putAll(other.seconds);
        var latest = List.of(time, other.time).stream().max(Comparator.naturalOrder());
        return new CpuReading(latest.orElseThrow(), Map.copyOf(all));
    }

    /** What is used since an earlier reading; none while containers come, go or start again. */
    Optional<CpuUsage> since(CpuReading earlier) {
        var window = Duration.between(earlier.time, time);
        if (!window.isPositive() || !seconds.keySet().equals(earlier.seconds.keySet())) {
            return Optional.empty();
        }
        var nanocores = new HashMap<String, Long>();
        seconds.forEach((container, now) ->
                nanocores.put(
                        container,
                        Math.round(
                                (now - earlier.seconds.getOrDefault(container, now))
                                        * 1e12
                                        / window.toMillis())));
        return nanocores.values().stream().anyMatch(used -> used < 0)
                ? Optional.empty()
                : Optional.of(new CpuUsage(time, window, Map.copyOf(nanocores)));
    }
}
