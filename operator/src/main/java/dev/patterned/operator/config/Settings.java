package dev.patterned.operator.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads an {@link OperatorConfig} from the environment and from flags.
 *
 * <p>{@code PATTERNED_HTTP_PORT=8080} and {@code --http-port=8080} are the same setting; the flag
 * wins.
 */
public final class Settings {
    private static final String PREFIX = "PATTERNED_";

    /** Every setting, with the value that it has where nobody says one. */
    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("HTTP_HOST", "0.0.0.0"),
                    Map.entry("HTTP_PORT", "8080"),
                    Map.entry("LEADER_ELECTION", "false"),
                    Map.entry("LEASE_NAME", "patterned-operator"),
                    Map.entry("LEASE_NAMESPACE", ""),
                    Map.entry("LOG_FORMAT", "text"),
                    Map.entry("LOG_LEVEL", "info"),
                    Map.entry("LOOK_AGAIN_SECONDS", "15"),
                    Map.entry("STOP_TIMEOUT_SECONDS", "20"),
                    Map.entry("WATCH_NAMESPACES", ""),
                    Map.entry("WATCH_SECRETS", "false"),
                    Map.entry("WORKERS", "16"));

    private static final List<String> LOG_LEVELS =
            List.of("error", "warn", "info", "debug", "trace");

    private final Map<String, String> environment;
    private final Map<String, String> values;

    private Settings(Map<String, String> environment, Map<String, String> values) {
        this.environment = environment;
        this.values = values;
    }

    /**
     * Reads all settings.
     *
     * @param environment the process's; variables without our prefix are left alone, but for {@code
     *     POD_NAME}, {@code POD_NAMESPACE} and {@code HOSTNAME}, which tell who and where we are
     * @param arguments {@code --name=value}, or {@code --name} for true
     * @throws InvalidSettingException for an unknown name or an impossible value
     */
    public static OperatorConfig read(Map<String, String> environment, List<String> arguments) {
        var values = new TreeMap<>(DEFAULTS);
        environment.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                values.computeIfPresent(name.substring(PREFIX.length()), (_, _) -> value);
            }
        });
        arguments.forEach(argument -> values.put(nameOf(argument), valueOf(argument)));
        return new Settings(environment, values).config();
    }

    private static String nameOf(String argument) {
        var name =
                argument.replaceFirst("=.*", "")
                        .replaceFirst("^--", "")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
        if (!argument.startsWith("--") || !DEFAULTS.containsKey(name)) {
            throw new InvalidSettingException(
                    "Unknown argument \"" + argument + "\"; there are " + flags() + ".");
        }
        return name;
    }

    private static String flags() {
        return DEFAULTS.keySet().stream()
                .sorted()
                .map(Settings::flag)
                .collect(Collectors.joining(", "));
    }

    private static String flag(String name) {
        return "--" + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String valueOf(String argument) {
        var equals = argument.indexOf('=');
        return equals < 0 ? "true" : argument.substring(equals + 1);
    }

    private OperatorConfig config() {
        return new OperatorConfig(
                namespaces(),
                leaderElection(),
                text("HTTP_HOST"),
                number("HTTP_PORT", 0, 65_535),
                number("WORKERS", 1, 256),
                Duration.ofSeconds(number("LOOK_AGAIN_SECONDS", 1, 3600)),
                Duration.ofSeconds(number("STOP_TIMEOUT_SECONDS", 0, 3600)),
                truth("WATCH_SECRETS"),
                LogFormat.valueOf(
                        choice("LOG_FORMAT", List.of("text", "json")).toUpperCase(Locale.ROOT)),
                choice("LOG_LEVEL", LOG_LEVELS));
    }

    private SortedSet<String> namespaces() {
        return Arrays.stream(text("WATCH_NAMESPACES").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<LeaderElection> leaderElection() {
        if (!truth("LEADER_ELECTION")) {
            return Optional.empty();
        }
        var namespace =
                text("LEASE_NAMESPACE").isEmpty()
                        ? environment.getOrDefault("POD_NAMESPACE", "")
                        : text("LEASE_NAMESPACE");
        if (namespace.isEmpty()) {
            throw new InvalidSettingException(
                    "Leader election needs the namespace of its Lease: set --lease-namespace or the"
                            + " variable POD_NAMESPACE.");
        }
        return Optional.of(new LeaderElection(namespace, text("LEASE_NAME"), identity()));
    }

    /** A Pod's name is unique while it lives; the random part tells a restarted container apart. */
    private String identity() {
        var host = environment.getOrDefault("HOSTNAME", "operator");
        return environment.getOrDefault("POD_NAME", host) + "_" + UUID.randomUUID();
    }

    private String text(String name) {
        return values.getOrDefault(name, "").strip();
    }

    private String choice(String name, List<String> allowed) {
        var value = text(name).toLowerCase(Locale.ROOT);
        if (!allowed.contains(value)) {
            throw invalid(name, "one of " + String.join(", ", allowed));
        }
        return value;
    }

    private boolean truth(String name) {
        return choice(name, List.of("true", "false")).equals("true");
    }

    private int number(String name, int least, int most) {
        try {
            var value = Integer.parseInt(text(name));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, with the bounds.
        }
        throw invalid(name, "a number from " + least + " to " + most);
    }

    private InvalidSettingException invalid(String name, String allowed) {
        return new InvalidSettingException(
                "%s (or %s%s) is \"%s\", but must be %s."
                        .formatted(flag(name), PREFIX, name, text(name), allowed));
    }
}
