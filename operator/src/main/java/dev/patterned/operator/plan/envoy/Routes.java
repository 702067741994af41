package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Inbound;
import dev.patterned.operator.model.Outbound.HttpOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What becomes of a request: which cluster gets it, how long it may take, what is repeated. */
final class Routes {
    /** RFC 9110, 9.2.2. */
    private static final String IDEMPOTENT = "GET|HEAD|OPTIONS|TRACE|PUT|DELETE";

    /** The server has not begun: it may be asked again whatever the method is. */
    private static final String NOT_BEGUN = "connect-failure,refused-stream,reset-before-request";

    private static final String LOST = NOT_BEGUN + ",reset";
    private static final String LOST_OR_BUSY = LOST + ",retriable-status-codes";
    private static final int CONNECT_RETRIES = 3;
    private static final int OTHER_HOST_ATTEMPTS = 5;

    private Routes() {}

    static Message method(String name) {
        return Message.of()
                .with("name", ":method")
                .with("string_match", Message.of().with("exact", name));
    }

    /** Requests that are safe to repeat, then the others. */
    static List<Message> outbound(String cluster, HttpOptions options) {
        var others =
                toUpstream(cluster, options)
                        .with("retry_policy", retry(NOT_BEGUN, CONNECT_RETRIES));
        if (options.retryAttempts() == 0) {
            return List.of(route(all(), others));
        }
        var policy =
                retry(LOST_OR_BUSY, options.retryAttempts())
                        .withNumbers("retriable_status_codes", 502, 503, 504);
        options.perTryTimeout().ifPresent(most -> policy.with("per_try_timeout", most));
        return List.of(
                route(idempotent(), toUpstream(cluster, options).with("retry_policy", policy)),
                route(all(), others));
    }

    /** Calls of gRPC do not say whether they are safe to repeat. */
    static List<Message> outboundCalls(String cluster, HttpOptions options) {
        var policy = retry(NOT_BEGUN, Math.max(CONNECT_RETRIES, options.retryAttempts()));
        options.perTryTimeout().ifPresent(most -> policy.with("per_try_timeout", most));
        return List.of(route(all(), toUpstream(cluster, options).with("retry_policy", policy)));
    }

    /** gRPC in HTTP/2, all else in HTTP/1.1: what a server without TLS can be expected to speak. */
    static List<Message> inbound(Inbound inbound, Optional<Duration> timeout) {
        return List.of(
                route(all().with("grpc", Message.of()), action(Names.http2Of(inbound), timeout)),
                // A connection that main closed just then: once again, on another one.
                route(
                        idempotent(),
                        action(Names.of(inbound), timeout).with("retry_policy", retry(LOST, 1))),
                route(all(), action(Names.of(inbound), timeout)));
    }

    static List<Message> inboundCalls(Inbound inbound, Optional<Duration> timeout) {
        return List.of(route(all(), action(Names.of(inbound), timeout)));
    }

    private static Message route(Message match, Message action) {
        return Message.of().with("match", match).with("route", action);
    }

    private static Message all() {
        return Message.of().with("prefix", "/");
    }

    private static Message idempotent() {
        return all().with(
                        "headers",
                        List.of(
                                Message.of()
                                        .with("name", ":method")
                                        .with(
                                                "string_match",
                                                Message.of()
                                                        .with(
                                                                "safe_regex",
                                                                Message.of()
                                                                        .with(
                                                                                "regex",
                                                                                IDEMPOTENT)))));
    }

    /** Main asks for 127.0.0.1, the upstream wants to be called by its own name. */
    private static Message toUpstream(String cluster, HttpOptions options) {
        return action(cluster, options.requestTimeout()).with("auto_host_rewrite", true);
    }

    private static Message action(String cluster, Optional<Duration> timeout) {
        return Message.of().with("cluster", cluster).with("timeout", timeout.orElse(Duration.ZERO));
    }

    private static Message retry(String on, int attempts) {
        return Message.of()
                .with("retry_on", on)
                .with("num_retries", attempts)
                .with(
                        "retry_back_off",
                        Message.of()
                                .with("base_interval", Duration.ofMillis(25))
                                .with("max_interval", Duration.ofMillis(250)))
                .with(
                        "retry_host_predicate",
                        List.of(
                                Message.extension(
                                        "envoy.retry_host_predicates.previous_hosts",
                                        Message.ofType(
                                                "envoy.extensions.retry.host.previous_hosts.v3"
                                                        + ".PreviousHostsPredicate"))))
                .with("host_selection_retry_max_attempts", OTHER_HOST_ATTEMPTS);
    }
}
