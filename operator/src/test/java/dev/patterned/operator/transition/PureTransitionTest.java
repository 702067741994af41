package dev.patterned.operator.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The way from any spec to any other without a server: which objects are made, changed, made again,
 * left and deleted. What a server does to a changed object is not seen here.
 *
 * <p>A pair is two specs of one kind, in this order. Those of one seed are each paired with each,
 * so that every spec is validated and expanded once for all its pairs.
 */
class PureTransitionTest {
    private static final int PAIRS = Integer.getInteger("patterned.pairs", 10_000);
    private static final long FIRST = Long.getLong("patterned.seed", 0);

    private static final int SPECS = 11;
    private static final int PAIRS_OF_A_SEED = SPECS * (SPECS - 1);
    private static final int ATTEMPTS = 3_000;

    private final AtomicInteger walked = new AtomicInteger();

    @Test
    void afterAnySpecAnyOtherGivesWhatItAloneGives() {
        var seeds = Math.ceilDiv(PAIRS, PAIRS_OF_A_SEED);
        var failure =
                LongStream.range(FIRST, FIRST + seeds)
                        .parallel()
                        .mapToObj(seed -> Walk.draw(seed, SPECS))
                        .flatMap(walk -> failing(walk).stream())
                        .findFirst();
        failure.ifPresent(pair -> {
            var smallest = pair.shrink(it -> failing(it).isPresent(), ATTEMPTS);
            fail(
                    "smallest pair: %s%n%s%n(again with -Dpatterned.seed=%d -Dpatterned.pairs=1)",
                    smallest,
                    difference(stateOf(smallest, 0), stateOf(smallest, 1)).orElseThrow(),
                    pair.seed());
        });
        assertThat(walked).hasValueGreaterThanOrEqualTo(PAIRS);
        System.out.printf(
                "%,d pairs of %,d specs, seeds %d to %d%n",
                walked.get(), seeds * SPECS, FIRST, FIRST + seeds - 1);
    }

    @Test
    void whatIsDrawnVaries() {
        var specs =
                LongStream.range(0, 24)
                        .mapToObj(seed -> Walk.draw(seed, SPECS))
                        .flatMap(walk -> walk.specs().stream())
                        .toList();
        for (var list :
                List.of(
                        "logTailers",
                        "ambassadors",
                        "adapters",
                        "sidecars",
                        "initContainers",
                        "dependencies",
                        "services",
                        "volumes")) {
            assertThat(specs)
                    .as(list)
                    .anyMatch(app -> app.path("spec").path(list).size() > 1)
                    .anyMatch(app -> app.path("spec").path(list).isMissingNode());
        }
        for (var option : List.of("isolation", "autoscaling", "disruptionBudget")) {
            assertThat(specs).as(option).anyMatch(app -> app.path("spec").has(option));
        }
        assertThat(specs).anyMatch(app -> app.path("spec").path("main").has("files"));
    }

    /** What is there when an app is new. */
    private record State(Wanted wanted, MemoryCluster cluster) {
        static State of(Wanted wanted) {
            var cluster = new MemoryCluster();
            cluster.make(wanted);
            return new State(wanted, cluster);
        }
    }

    private static State stateOf(Walk walk, int place) {
        return State.of(Wanted.of(walk.specs().get(place)));
    }

    /** The first pair of specs of this walk after which it is not as it should be. */
    private Optional<Walk> failing(Walk walk) {
        var states = walk.specs().stream().map(Wanted::of).map(State::of).toList();
        for (var before = 0; before < states.size(); before++) {
            for (var after = 0; after < states.size(); after++) {
                if (before == after) {
                    continue;
                }
                walked.incrementAndGet();
                if (difference(states.get(before), states.get(after)).isPresent()) {
                    return Optional.of(walk.only(before, after));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(State before, State after) {
        var cluster = new MemoryCluster(before.cluster());
        try {
            cluster.bring(after.wanted());
        } catch (AssertionError wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
        return cluster.content().equals(after.cluster().content())
                ? Optional.empty()
                : Optional.of("is: " + cluster.yaml() + "\nshould be: " + after.cluster().yaml());
    }
}
