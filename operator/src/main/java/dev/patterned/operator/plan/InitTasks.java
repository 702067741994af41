package dev.patterned.operator.plan;

import dev.patterned.operator.model.InitTask;
import io.fabric8.kubernetes.api.model.ContainerBuilder;

/** The user's own task before main. */
final class InitTasks {
    private InitTasks() {}

    static Contribution contribute(InitTask task) {
        return Contribution.by("init container \"" + task.name() + "\"")
                .placeUsers(
                        Stage.TASKS,
                        new ContainerBuilder(task.container())
                                .addAllToVolumeMounts(
                                        LogDirectories.readOnly(task.logDirectories()))
                                .build())
                .build();
    }
}
