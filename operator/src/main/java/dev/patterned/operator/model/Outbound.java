package dev.patterned.operator.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A listener on 127.0.0.1 through which main reaches something outside.
 *
 * @param name also of the injected variables {@code NAME_HOST} and {@code NAME_PORT}
 * @param port 1 to 65535, outside the operator's block
 * @param upstreams at least one
 * @param connectTimeout of one attempt, above zero
 * @param maxConnections to all upstreams together; more fail at once instead of waiting
 */
public record Outbound(
        String name,
        int port,
        OutboundProtocol protocol,
        List<Upstream> upstreams,
        Duration connectTimeout,
        int maxConnections,
        Optional<UpstreamTls> tls) {
    public Outbound {
        upstreams = List.copyOf(upstreams);
    }

    /** The first part of the injected variables' names. */
    public String variable() {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** What an outbound listener speaks. */
    public sealed interface OutboundProtocol {
        /** Bytes. */
        record Tcp() implements OutboundProtocol {}

        /** HTTP/1.1 and, where the client speaks it, HTTP/2. */
        record Http(HttpOptions options) implements OutboundProtocol {}

        /** gRPC over HTTP/2 without TLS towards main. */
        record Grpc(HttpOptions options) implements OutboundProtocol {}

        /**
         * Redis, sharded over the upstreams by a ring of their names.
         *
         * @param rehash whether the keys of a lost shard go to the others; else they are errors
         */
        record Redis(boolean rehash) implements OutboundProtocol {}
    }

    /**
     * Times and retries of requests.
     *
     * @param requestTimeout of a whole request with its retries; empty: none, as streams need
     * @param retryAttempts of requests that are safe to repeat (RFC 9110, 9.2.2); 0: none
     * @param perTryTimeout of one attempt; empty: the request's
     */
    public record HttpOptions(
            Optional<Duration> requestTimeout,
            int retryAttempts,
            Optional<Duration> perTryTimeout) {}

    /**
     * Where connections go.
     *
     * @param name stable; ring positions follow it, so that a new address moves no key
     * @param host DNS name or IP address, without port and brackets
     * @param service name of the Service of the own namespace that host stands for; empty where the
     *     user gave a host
     * @param weight share beside the others, at least 1; empty: equal shares
     */
    public record Upstream(
            String name, String host, int port, Optional<String> service, OptionalInt weight) {}

    /**
     * TLS towards upstreams.
     *
     * @param authority who must have signed the upstream's certificate
     * @param clientCertificateSecret Secret of type kubernetes.io/tls of the own namespace
     * @param serverName sent as SNI and checked against the certificate's names
     */
    public record UpstreamTls(
            Target.CertificateAuthority authority,
            Optional<String> clientCertificateSecret,
            String serverName) {}
}
