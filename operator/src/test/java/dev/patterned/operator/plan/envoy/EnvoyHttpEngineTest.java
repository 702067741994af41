package dev.patterned.operator.plan.envoy;

import static dev.patterned.operator.plan.envoy.Ambassadors.http;
import static dev.patterned.operator.plan.envoy.Ambassadors.outbound;
import static dev.patterned.operator.plan.envoy.Ambassadors.upstream;
import static dev.patterned.operator.testing.engines.HttpBackend.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.testing.engines.EngineProcess;
import dev.patterned.operator.testing.engines.HttpBackend;
import dev.patterned.operator.testing.engines.HttpBackend.Seen;
import dev.patterned.operator.testing.engines.SocketBackend;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvoyHttpEngineTest {
    @TempDir Path folder;

    @Test
    void repeatsWhatIsSafeToRepeatAndNothingElse() {
        try (var busy = answering(503, "busy");
                var well = answering(200, "well")) {
            var listener = to(busy, well);
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                assertThat(statuses(10, _ -> envoy.get(listener.port(), "/"))).containsOnly(200);
                assertThat(busy.seen()).as("was asked first, now and then").isNotEmpty();
            }
        }
    }

    @Test
    void sendsWhatIsNotSafeToRepeatOnce() {
        try (var busy = answering(503, "busy")) {
            var listener = outbound(http(), upstream("busy", busy.port()));
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                assertThat(envoy.post(listener.port(), "/order").statusCode()).isEqualTo(503);
                assertThat(busy.seen()).extracting(Seen::method).containsExactly("POST");
                assertThat(envoy.get(listener.port(), "/").statusCode()).isEqualTo(503);
                assertThat(busy.seen())
                        .extracting(Seen::method)
                        .containsExactly("POST", "GET", "GET", "GET");
            }
        }
    }

    @Test
    void anyMethodFindsTheUpstreamThatIsThere() {
        try (var lost = answering(200, "lost");
                var well = answering(200, "well")) {
            var listener = to(lost, well);
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                lost.stop();
                assertThat(statuses(20, _ -> envoy.post(listener.port(), "/order")))
                        .containsOnly(200);
                assertThat(well.seen()).hasSize(20);
            }
        }
    }

    @Test
    void failsAtOnceWhenNoneIsThereAndServesWhenOneIsBack() {
        try (var one = answering(200, "one");
                var two = answering(200, "two")) {
            var listener = to(one, two);
            one.stop();
            two.stop();
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                assertThat(envoy.get(listener.port(), "/").statusCode()).isEqualTo(503);
                two.restart();
                await().atMost(EngineProcess.PATIENCE)
                        .untilAsserted(() ->
                                assertThat(envoy.get(listener.port(), "/").body())
                                        .isEqualTo("two"));
            }
        }
    }

    @Test
    void givesUpAfterTheTimesThatAreAskedFor() {
        var release = new CountDownLatch(1);
        try (var slow = new HttpBackend(exchange -> afterwards(release, exchange))) {
            var listener =
                    outbound(
                            http(Duration.ofMillis(900), 2, Duration.ofMillis(200)),
                            upstream("slow", slow.port()));
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                assertThat(envoy.get(listener.port(), "/").statusCode()).isEqualTo(504);
                assertThat(slow.seen()).as("attempts of 200 ms").hasSize(3);
                assertThat(envoy.post(listener.port(), "/").statusCode()).isEqualTo(504);
                assertThat(slow.seen()).as("one attempt more").hasSize(4);
            } finally {
                release.countDown();
            }
        }
    }

    @Test
    void refusesAtOnceWhatIsAboveTheLimit() throws Exception {
        var release = new CountDownLatch(1);
        try (var slow = new HttpBackend(exchange -> afterwards(release, exchange));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var listener = outbound(http(), 4, upstream("slow", slow.port()));
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                var calls =
                        IntStream.range(0, 20)
                                .mapToObj(_ ->
                                        threads.submit(() ->
                                                envoy.post(listener.port(), "/").statusCode()))
                                .toList();
                await().atMost(EngineProcess.PATIENCE)
                        .until(() -> calls.stream().filter(Future::isDone).count() >= 12);
                release.countDown();
                // Four run, and up to four wait for them.
                assertThat(results(calls)).containsOnly(200, 503);
                assertThat(results(calls)).filteredOn(code -> code == 200).hasSizeBetween(4, 8);
            } finally {
                release.countDown();
            }
        }
    }

    @Test
    void callsTheUpstreamByItsNameAndTellsNothingOfItself() {
        try (var api = answering(200, "api")) {
            var listener =
                    outbound(
                            http(),
                            new Outbound.Upstream(
                                    "api",
                                    "localhost",
                                    api.port(),
                                    Optional.empty(),
                                    OptionalInt.empty()));
            try (var envoy = RunningEnvoy.start(folder, listener)) {
                var answer = envoy.get(listener.port(), "/a//b?c=%2F", "x-mine", "kept");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().map().keySet())
                        .noneMatch(it -> it.startsWith("x-envoy"));
                assertThat(api.seen())
                        .singleElement()
                        .satisfies(seen -> {
                            assertThat(seen.path()).isEqualTo("/a//b?c=%2F");
                            assertThat(seen.header("host"))
                                    .containsExactly("localhost:" + api.port());
                            assertThat(seen.header("x-mine")).containsExactly("kept");
                            assertThat(seen.headers().keySet())
                                    .noneMatch(it ->
                                            it.toLowerCase(Locale.ROOT)
                                                    .matches("x-(envoy|forwarded|request).*"));
                        });
            }
        }
    }

    @Test
    void aWebSocketOutlivesTheTimeoutOfRequests() throws IOException {
        try (var server = SocketBackend.upgrading();
                var slow = new HttpBackend(exchange -> {})) {
            var timeout = Duration.ofMillis(400);
            var listener = outbound(http(timeout, 2, timeout), upstream("chat", server.port()));
            var clock = outbound(http(timeout, 0, timeout), upstream("slow", slow.port()));
            var other = renamed(clock);
            try (var envoy = RunningEnvoy.start(folder, List.of(listener, other), List.of());
                    var socket = new WebSocketClient(listener.port())) {
                assertThat(socket.status()).isEqualTo("HTTP/1.1 101 Switching Protocols");
                // A request that is never answered takes exactly the timeout; two of them, twice.
                assertThat(statuses(2, _ -> envoy.get(other.port(), "/"))).containsOnly(504);
                assertThat(socket.echoOf("hello")).isEqualTo("hello");
            }
        }
    }

    private static Outbound renamed(Outbound it) {
        return new Outbound(
                "clock",
                it.port(),
                it.protocol(),
                it.upstreams(),
                it.connectTimeout(),
                it.maxConnections(),
                it.tls());
    }

    private static Outbound to(HttpBackend first, HttpBackend second) {
        return outbound(http(), upstream("first", first.port()), upstream("second", second.port()));
    }

    private static List<Integer> statuses(int calls, IntFunction<HttpResponse<String>> call) {
        return IntStream.range(0, calls).mapToObj(it -> call.apply(it).statusCode()).toList();
    }

    private static void afterwards(CountDownLatch release, HttpExchange exchange)
            throws IOException {
        try {
            release.await(EngineProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        HttpBackend.answer(exchange, 200, "late");
    }

    private static List<Integer> results(List<Future<Integer>> calls)
            throws InterruptedException, ExecutionException {
        var results = new ArrayList<Integer>();
        for (var call : calls) {
            results.add(call.get());
        }
        return results;
    }
}
