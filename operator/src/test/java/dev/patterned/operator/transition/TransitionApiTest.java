package dev.patterned.operator.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import dev.patterned.operator.transition.ServerWalker.Failure;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The way from one spec to another through a real API server, which adds defaults, keeps what
 * nobody owns, and refuses changes: what it has in the end is what the last spec alone gives.
 *
 * <p>A pair is two specs of one kind, one after the other. Those of one seed are a chain, so that a
 * pair starts from what all specs before it have left.
 */
@ApiServer
class TransitionApiTest {
    private static final int PAIRS = Integer.getInteger("patterned.pairs.api", 300);
    private static final long FIRST = Long.getLong("patterned.seed", 0);
    private static final int SPECS = 11;
    private static final int AT_ONCE = 4;
    private static final int ATTEMPTS = 300;

    @Test
    void afterAnySpecAnyOtherGivesWhatItAloneGives(Sandbox sandbox)
            throws ExecutionException, InterruptedException {
        var walker = new ServerWalker(sandbox.client());
        var seeds = Math.ceilDiv(PAIRS, SPECS - 1);
        var failures = new ArrayList<Failure>();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var walks =
                    LongStream.range(FIRST, FIRST + seeds)
                            .mapToObj(seed ->
                                    threads.submit(() -> walker.failure(Walk.draw(seed, SPECS))))
                            .toList();
            for (Future<Optional<Failure>> walk : walks) {
                walk.get().ifPresent(failures::add);
            }
        }
        if (!failures.isEmpty()) {
            fail(
                    "%s%n%s",
                    failures.stream().map(Failure::line).collect(Collectors.joining("\n")),
                    smallest(walker, failures.getFirst()));
        }
        assertThat(walker.pairs()).isGreaterThanOrEqualTo(PAIRS);
        System.out.printf(
                "%d pairs, seeds %d to %d; %d overwrites%n",
                walker.pairs(), FIRST, FIRST + seeds - 1, walker.overwrites());
    }

    /** Of two specs, if those alone fail. */
    private String smallest(ServerWalker walker, Failure first) {
        Predicate<Walk> fails = walk -> walker.failure(walk).filter(first::isLike).isPresent();
        var pair = first.lastPair();
        var smallest = (fails.test(pair) ? pair : first.walk()).shrink(fails, ATTEMPTS);
        return "smallest: %s%n%s%n(again with -Dpatterned.seed=%d -Dpatterned.pairs.api=1)"
                .formatted(
                        smallest,
                        walker.failure(smallest).orElse(first).text(),
                        first.walk().seed());
    }
}
