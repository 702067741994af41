package dev.patterned.operator.model;

import java.util.Optional;

/**
 * A Service that stands for "done". A Pod has no right to look at a Job or at another app, but can
 * ask whether a name resolves; so the operator looks, and creates this name.
 *
 * @param name of the Service
 * @param target what is done
 */
public record Latch(String name, Target target) {
    /** 40 bits tell the few things apart that one app waits for. */
    private static final int HASH_LENGTH = 10;

    /**
     * The latch of a target that only the operator can look at; empty for others.
     *
     * <p>The name has at most 56 characters, of an app's 40. It follows the waiting app and what is
     * waited for: another Job's name in the spec is another latch, which is not there yet.
     */
    public static Optional<Latch> of(AppId app, Target target) {
        return switch (target) {
            case Target.Job _, Target.App _ -> Optional.of(latch(app, target));
            case Target.Service _,
                    Target.Tcp _,
                    Target.Http _,
                    Target.Grpc _,
                    Target.Dns _,
                    Target.Upstreams _ ->
                    Optional.empty();
        };
    }

    private static Latch latch(AppId app, Target target) {
        var hash = Hash.of(target.label()).substring(0, HASH_LENGTH);
        return new Latch(app.name() + "-done-" + hash, target);
    }
}
