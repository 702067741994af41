package dev.patterned.operator.plan;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.HelperResources;
import dev.patterned.operator.model.Images;
import dev.patterned.operator.model.OwnHelpers;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import java.util.List;

/**
 * Holds the end of log adapters back until they have read main's last lines. The collector reads no
 * more once it is told to stop; native sidecars are told so in reverse order, each when the one
 * after it has ended (KEP-753), and this one stands last and takes a second. A {@code preStop} hook
 * could not do that: it begins beside main's end.
 */
final class Gate {
    private Gate() {}

    static Contribution contribute(App app) {
        var container =
                Helpers.container(
                        OwnHelpers.GATE,
                        Images.BUSYBOX,
                        Script.GATE,
                        List.of(),
                        Helpers.restricted(app.main().identity().group()),
                        HelperResources.beside(app.main().resources()));
        return Contribution.by("the gate of log adapters")
                .place(
                        Stage.GATE,
                        new ContainerBuilder(container)
                                .withRestartPolicy(Helpers.NATIVE_SIDECAR)
                                .build())
                .config(Script.GATE.config())
                .build();
    }
}
