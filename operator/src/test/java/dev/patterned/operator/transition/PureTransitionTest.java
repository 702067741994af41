package dev.patterned.operator.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patterned.operator.apply.Applier;
import dev.patterned.operator.apply.KnownForeign;
import dev.patterned.operator.apply.Lanes;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.apply.Pruner;
import dev.patterned.operator.model.App;
import dev.patterned.operator.resources.Expansion;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The way from any spec to any other without a server: which objects are made, changed, made again,
 * left and deleted. What a server does to a changed object is for {@code TransitionApiTest}.
 */
class PureTransitionTest {
    private static final int PAIRS = 10_000;
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
        var fresh = new MemoryCluster();
        var first = bring(fresh, pair.after());
        var cluster = new MemoryCluster();
        bring(cluster, pair.before());
        var then = bring(cluster, pair.after());
        for (var outcome : then) {
            if (outcome instanceof Outcome.Stuck stuck) {
                if (cluster.content()
                        .get(stuck.label())
                        .equals(fresh.content().get(stuck.label()))) {
                    return Optional.of(stuck + " has nothing to change");
                }
                cluster.remove(stuck.label());
            }
        }
        bring(cluster, pair.after());
        var writes = cluster.forgetWrites();
        bring(cluster, pair.after());
        if (!cluster.forgetWrites().isEmpty()) {
            return Optional.of("one pass more writes again; before: " + writes);
        }
        if (first.stream().anyMatch(it -> !(it instanceof Outcome.Applied))) {
            return Optional.of("the first pass of all gave " + first);
        }
        return cluster.content().equals(fresh.content())
                ? Optional.empty()
                : Optional.of("is: " + cluster.content() + "\nshould be: " + fresh.content());
    }

    /** Passes until nothing changes; what the first one said. */
    private static List<Outcome> bring(MemoryCluster cluster, ObjectNode spec) {
        var said = new ArrayList<Outcome>();
        for (var pass = 0; pass < PASSES; pass++) {
            var outcomes = pass(cluster, spec);
            if (pass == 0) {
                said.addAll(outcomes);
            }
            if (outcomes.stream()
                    .allMatch(
                            it -> it instanceof Outcome.Unchanged || it instanceof Outcome.Stuck)) {
                return said;
            }
        }
        throw new AssertionError("no end after " + PASSES + " passes: " + pass(cluster, spec));
    }

    private static List<Outcome> pass(MemoryCluster cluster, ObjectNode spec) {
        var app = app(spec);
        var children = Expansion.children(app);
        var outcomes =
                new ArrayList<>(
                        new Applier(cluster, new KnownForeign(), new Lanes(1)).apply(children));
        outcomes.addAll(new Pruner(cluster).prune(app.id(), children, outcomes));
        return outcomes;
    }

    private static App app(ObjectNode spec) {
        var primary = Specs.bind(spec);
        primary.getMetadata().setUid("uid");
        return switch (Validator.validate(primary)) {
            case Verdict.Accepted(var app, _) -> app;
            case Verdict.Refused(var problems) -> throw new AssertionError(problems);
        };
    }
}
