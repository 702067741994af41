package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;

/**
 * One application, valid and complete.
 *
 * @param id which object it came from
 * @param replicas wanted number of Pods, at least 0
 * @param main the main container
 * @param volumes the user's own volumes
 */
public record App(
        AppId id,
        Workload workload,
        int replicas,
        MainContainer main,
        List<LogTailer> logTailers,
        List<Ambassador> ambassadors,
        List<Adapter> adapters,
        List<Sidecar> sidecars,
        List<InitTask> initTasks,
        List<Dependency> dependencies,
        List<AppService> services,
        Isolation isolation,
        List<Volume> volumes,
        PodOptions pod,
        Availability availability,
        boolean paused) {
    public App {
        logTailers = List.copyOf(logTailers);
        ambassadors = List.copyOf(ambassadors);
        adapters = List.copyOf(adapters);
        sidecars = List.copyOf(sidecars);
        initTasks = List.copyOf(initTasks);
        dependencies = List.copyOf(dependencies);
        services = List.copyOf(services);
        volumes = List.copyOf(volumes);
    }
}
