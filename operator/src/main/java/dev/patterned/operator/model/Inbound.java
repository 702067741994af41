package dev.patterned.operator.model;

import java.time.Duration;
import java.util.Optional;

/**
 * A listener on all addresses through which callers reach main.
 *
 * @param port 1 to 65535, outside the operator's block
 * @param targetPort port of main on 127.0.0.1
 */
public record Inbound(String name, int port, InboundProtocol protocol, int targetPort) {
    /** What an inbound listener speaks. */
    public sealed interface InboundProtocol {
        /** Bytes. */
        record Tcp() implements InboundProtocol {}

        /**
         * HTTP.
         *
         * @param requestTimeout of a whole request; empty: none
         * @param trustedHops proxies in front whose x-forwarded-for is believed; 0: none, and what
         *     callers send of it is removed
         */
        record Http(Optional<Duration> requestTimeout, int trustedHops)
                implements InboundProtocol {}

        /** gRPC; as {@link Http}. */
        record Grpc(Optional<Duration> requestTimeout, int trustedHops)
                implements InboundProtocol {}
    }
}
