package dev.patterned.operator.config;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How one operator runs.
 *
 * @param namespaces watched; all when empty
 * @param leaderElection absent: this is the only operator
 * @param httpHost address that health and metrics listen on
 * @param httpPort 0 for any free port, up to 65535
 * @param workers passes at a time, at least 1; with it the writes in flight, of which the API
 *     server only queues more
 * @param lookAgain how long until an object that is not ours, and whose going no event tells, is
 *     looked at again; above zero
 * @param watchSecrets whether Secrets are read, so that Pods roll when one that they use changes
 * @param stopTimeout how long a pass may take to end when the operator stops
 */
public record OperatorConfig(
        SortedSet<String> namespaces,
        Optional<LeaderElection> leaderElection,
        String httpHost,
        int httpPort,
        int workers,
        Duration lookAgain,
        Duration stopTimeout,
        boolean watchSecrets,
        LogFormat logFormat,
        String logLevel) {
    public OperatorConfig {
        namespaces = new TreeSet<>(namespaces);
    }

    /** For an operator inside another program: all namespaces, loopback, any port. */
    public static OperatorConfig embedded() {
        return new OperatorConfig(
                new TreeSet<>(),
                Optional.empty(),
                "127.0.0.1",
                0,
                16,
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                false,
                LogFormat.TEXT,
                "info");
    }

    /** The same, watching these namespaces only. */
    public OperatorConfig withNamespaces(SortedSet<String> watched) {
        return new OperatorConfig(
                watched,
                leaderElection,
                httpHost,
                httpPort,
                workers,
                lookAgain,
                stopTimeout,
                watchSecrets,
                logFormat,
                logLevel);
    }

    /** The same, as one of several operators. */
    public OperatorConfig withLeaderElection(LeaderElection election) {
        return new OperatorConfig(
                namespaces,
                Optional.of(election),
                httpHost,
                httpPort,
                workers,
                lookAgain,
                stopTimeout,
                watchSecrets,
                logFormat,
                logLevel);
    }

    /** The same, looking again after this time. */
    public OperatorConfig withLookAgain(Duration interval) {
        return new OperatorConfig(
                namespaces,
                leaderElection,
                httpHost,
                httpPort,
                workers,
                interval,
                stopTimeout,
                watchSecrets,
                logFormat,
                logLevel);
    }

    /** The same, reading Secrets. */
    public OperatorConfig withWatchSecrets() {
        return new OperatorConfig(
                namespaces,
                leaderElection,
                httpHost,
                httpPort,
                workers,
                lookAgain,
                stopTimeout,
                true,
                logFormat,
                logLevel);
    }
}
