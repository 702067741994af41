package dev.patterned.operator.crd;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits of a Redis listener that move no key, or only those that a new shard takes. */
@ApiServer
class RingChangeApiTest {
    private static final String BEFORE =
            "outbound: [{name: redis, port: 6380, protocol: Redis, upstreams: [{name: a, host: r0, port: 6379}, {name: b, host: r1, port: 6379}]}]";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    another address | outbound: [{name: redis, port: 6380, protocol: Redis, upstreams: [{name: a, host: r9, port: 6380}, {name: b, host: r1, port: 6379}]}]
                    another order   | outbound: [{name: redis, port: 6380, protocol: Redis, upstreams: [{name: b, host: r1, port: 6379}, {name: a, host: r0, port: 6379}]}]
                    one more shard  | outbound: [{name: redis, port: 6380, protocol: Redis, upstreams: [{name: a, host: r0, port: 6379}, {name: b, host: r1, port: 6379}, {name: c, host: r2, port: 6379}]}]
                    engine said     | engine: Envoy, outbound: [{name: redis, port: 6380, protocol: Redis, upstreams: [{name: a, host: r0, port: 6379}, {name: b, host: r1, port: 6379}]}]
                    engine, meant   | engine: Twemproxy, outbound: [{name: redis, port: 6380, protocol: Redis, redis: {onRingChange: MoveKeys}, upstreams: [{name: a, host: r0, port: 6379}, {name: b, host: r1, port: 6379}]}]
                    fewer, meant    | outbound: [{name: redis, port: 6380, protocol: Redis, redis: {onRingChange: MoveKeys}, upstreams: [{name: a, host: r0, port: 6379}]}]
                    another one     | outbound: [{name: other, port: 6380, protocol: Redis, upstreams: [{name: c, host: r0, port: 6379}]}]
                    """)
    void areAccepted(String edit, String after, Sandbox sandbox) {
        var client = sandbox.client();
        client.resource(app(BEFORE)).create();

        assertThatCode(() -> client.resource(app(after)).update())
                .as(edit)
                .doesNotThrowAnyException();
    }

    private static String app(String ambassador) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: web}
        spec:
          main: {image: "app:1"}
          ambassadors:
          - {name: cache, %s}
        """
                .formatted(ambassador);
    }
}
