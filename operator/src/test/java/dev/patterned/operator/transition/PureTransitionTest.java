package dev.patterned.operator.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.patterned.operator.apply.Applier;
import dev.patterned.operator.apply.KnownForeign;
import dev.patterned.operator.apply.Lanes;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.apply.Pruner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The way from any spec to any other without a server: which objects are made, changed, made again,
 * left and deleted. What a server does to a changed object is not seen here.
 */
class PureTransitionTest {
    /** What a build has time for; more with {@code -Dpatterned.pairs}. */
    private static final int PAIRS = Integer.getInteger("patterned.pairs", 600);

    private static final int ATTEMPTS = 3_000;

    /** A pass that replaces something leaves the rest to the next one. */
    private static final int PASSES = 4;

    @Test
    void afterAnySpecAnyOtherGivesWhatItAloneGives() {
        var failure =
                LongStream.range(0, PAIRS)
                        .parallel()
                        .mapToObj(seed -> Pair.draw(seed, "x"))
                        .filter(pair -> difference(pair).isPresent())
                        .findFirst();
        failure.ifPresent(pair -> {
            var smallest = pair.shrink(it -> difference(it).isPresent(), ATTEMPTS);
            fail("%s%nsmallest: %s%n%s", pair, smallest, difference(smallest).orElseThrow());
        });
    }

    @Test
    void whatIsDrawnVaries() {
        var pairs = LongStream.range(0, 120).mapToObj(seed -> Pair.draw(seed, "x")).toList();
        for (var list :
                List.of(
                        "logTailers",
                        "sidecars",
                        "initContainers",
                        "dependencies",
                        "services",
                        "volumes")) {
            assertThat(pairs)
                    .as(list)
                    .anyMatch(pair -> pair.before().path("spec").path(list).size() > 1)
                    .anyMatch(pair -> pair.after().path("spec").path(list).isMissingNode());
        }
        assertThat(pairs.stream().map(Pair::before).distinct()).hasSizeGreaterThan(110);
    }

    private static Optional<String> difference(Pair pair) {
        var wanted = Wanted.of(pair.after());
        var fresh = new MemoryCluster();
        var made = pass(fresh, wanted);
        if (!made.stream().allMatch(Outcome.Applied.class::isInstance)) {
            return Optional.of("the first pass of all gave " + made);
        }
        var cluster = new MemoryCluster();
        pass(cluster, Wanted.of(pair.before()));
        for (var outcome : bring(cluster, wanted)) {
            if (outcome instanceof Outcome.Stuck stuck) {
                if (cluster.object(stuck.label()).equals(fresh.object(stuck.label()))) {
                    return Optional.of(stuck + " has nothing to change");
                }
                // The way out that the status names.
                cluster.remove(stuck.label());
                bring(cluster, wanted);
            }
        }
        return cluster.content().equals(fresh.content())
                ? Optional.empty()
                : Optional.of("is: " + cluster.yaml() + "\nshould be: " + fresh.yaml());
    }

    /** Passes until one sends nothing; what that one said. */
    private static List<Outcome> bring(MemoryCluster cluster, Wanted wanted) {
        for (var pass = 0; pass < PASSES; pass++) {
            cluster.forgetWrites();
            var outcomes = pass(cluster, wanted);
            if (cluster.forgetWrites() == 0) {
                return outcomes;
            }
        }
        throw new AssertionError("no end after " + PASSES + " passes of " + wanted.app().id());
    }

    private static List<Outcome> pass(MemoryCluster cluster, Wanted wanted) {
        var applier = new Applier(cluster, new KnownForeign(), new Lanes(1));
        var applied = applier.apply(wanted.children());
        var outcomes = new ArrayList<>(applied);
        outcomes.addAll(new Pruner(cluster).prune(wanted.app().id(), wanted.children(), applied));
        return outcomes;
    }
}
