package dev.patterned.operator.validation;

import io.fabric8.kubernetes.api.model.LifecycleHandler;
import org.jspecify.annotations.Nullable;

/** Hooks that sleep. */
final class HookRules {
    private HookRules() {}

    /**
     * A sleep fits into the time that the Pod has to stop.
     *
     * <p>Source: {@code validateSleepAction} of Kubernetes, which says so of both hooks and only
     * when the Pod's template is sent.
     */
    static void check(Subject subject, Problems problems) {
        var grace = PodDefaults.graceSeconds(subject.spec());
        for (var container : subject.containers()) {
            var hooks = container.value().lifecycle();
            if (hooks != null) {
                var path = container.path() + ".lifecycle.";
                sleep(path + "postStart", hooks.getPostStart(), grace, problems);
                sleep(path + "preStop", hooks.getPreStop(), grace, problems);
            }
        }
    }

    private static void sleep(
            String path, @Nullable LifecycleHandler hook, long grace, Problems problems) {
        var seconds = hook == null || hook.getSleep() == null ? null : hook.getSleep().getSeconds();
        if (seconds != null && (seconds < 0 || seconds > grace)) {
            problems.error(
                    "SleepTooLong",
                    path + ".sleep.seconds",
                    "%d: the Pod has %d s to stop; say 0 to %d, or raise spec.podTemplate.terminationGracePeriodSeconds"
                            .formatted(seconds, grace, grace));
        }
    }
}
