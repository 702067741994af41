package dev.patterned.operator.plan;

import dev.patterned.operator.model.Sidecar;
import io.fabric8.kubernetes.api.model.ContainerBuilder;

/** The user's own helper beside main: a native sidecar. */
final class Sidecars {
    private Sidecars() {}

    static Contribution contribute(Sidecar sidecar) {
        return Contribution.by("sidecar \"" + sidecar.name() + "\"")
                .placeUsers(
                        sidecar.beforeDependencies() ? Stage.EARLY_SIDECARS : Stage.SIDECARS,
                        new ContainerBuilder(sidecar.container())
                                .addAllToVolumeMounts(
                                        LogDirectories.readOnly(sidecar.logDirectories()))
                                .withRestartPolicy(Helpers.NATIVE_SIDECAR)
                                .build())
                .build();
    }
}
