package dev.patterned.operator.status;

import dev.patterned.api.v1alpha1.DependencyState;
import dev.patterned.operator.model.Dependency;
import dev.patterned.operator.observe.Awaited;
import dev.patterned.operator.observe.ContainerView;
import dev.patterned.operator.observe.PodView;
import dev.patterned.operator.observe.WaitProblem;
import java.util.List;

/**
 * How one wait fares over all Pods.
 *
 * @param state never {@code Foreign}: that is who owns the Service, not how the wait fares
 * @param pods that are waiting
 * @param message details, or empty
 */
record WaitProgress(DependencyState state, int pods, String message) {
    /**
     * Adds up the Pods that count. A Pod that has not come to the wait says nothing about it, so
     * that a rollout does not take back what the Pods before it found.
     */
    static WaitProgress of(
            Dependency dependency, Awaited awaited, List<PodView> pods, boolean over) {
        var counted = pods.stream().filter(pod -> pod.active() || pod.succeeded()).toList();
        // Where each attempt is a Pod of its own, the last ones have failed and none is left.
        var waits =
                (counted.isEmpty() ? pods.stream().filter(PodView::failed) : counted.stream())
                        .flatMap(pod -> pod.container(dependency.name()).stream())
                        .toList();
        var failed = waits.stream().filter(WaitProgress::failed).toList();
        var waiting = waits.stream().filter(WaitProgress::blocked).toList();
        if (!waiting.isEmpty()) {
            return new WaitProgress(
                    failed.isEmpty() && awaited.state() != Awaited.State.FAILED
                            ? DependencyState.WAITING
                            : DependencyState.FAILED,
                    waiting.size(),
                    WaitProblem.detail(
                            (failed.isEmpty() ? waiting : failed).getFirst(), dependency, awaited));
        }
        var passed = waits.stream().filter(ContainerView::ready).toList();
        return passed.isEmpty() && !over
                ? unseen(awaited)
                : new WaitProgress(DependencyState.SATISFIED, 0, lastWord(dependency, passed));
    }

    /** No Pod says anything: what the operator sees may be enough. */
    private static WaitProgress unseen(Awaited awaited) {
        var state =
                switch (awaited.state()) {
                    case FAILED -> DependencyState.FAILED;
                    case CYCLE -> DependencyState.WAITING;
                    case UNSEEN, MISSING, PENDING, DONE -> DependencyState.UNKNOWN;
                };
        return new WaitProgress(state, 0, awaited.message());
    }

    private static boolean failed(ContainerView wait) {
        return !wait.ready() && wait.lastFailure().isPresent();
    }

    private static boolean blocked(ContainerView wait) {
        return !wait.ready() && (wait.running().isPresent() || wait.lastFailure().isPresent());
    }

    /** A wait that may give up and go on says with its last word which of both it did. */
    private static String lastWord(Dependency dependency, List<ContainerView> passed) {
        return dependency.continueOnTimeout()
                ? passed.stream()
                        .flatMap(wait -> wait.lastEnd().stream())
                        .map(end -> WaitProblem.said(end, dependency))
                        .filter(message -> !message.isEmpty())
                        .findFirst()
                        .orElse("")
                : "";
    }
}
