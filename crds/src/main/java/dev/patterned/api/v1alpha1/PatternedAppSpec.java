package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wanted: a main container and the helpers around it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
        value = SpecRules.NAMES_DIFFER,
        message = "one name for two containers: rename one",
        messageExpression = SpecRules.NAMES_MESSAGE)
@ValidationRule(
        value = SpecRules.PORTS_DIFFER,
        message = "one port twice in the Pod: give one of its containers another",
        messageExpression = SpecRules.PORTS_MESSAGE)
@ValidationRule(
        value = SpecRules.PORT_NAMES_DIFFER,
        message = "one port name in two containers: services could mean either; rename one")
@ValidationRule(
        value = SpecRules.SERVICES_TARGET_A_PORT,
        message = "services: no port named so; add it to main or a helper or correct target",
        messageExpression = SpecRules.SERVICES_TARGET_MESSAGE,
        fieldPath = ".services")
@ValidationRule(
        value = SpecRules.SERVICE_PORTS_DIFFER,
        message =
                "services[].ports: one port number and protocol twice in a Service; give one another number",
        fieldPath = ".services")
@ValidationRule(
        value = MountRules.TAILERS_READ_A_DIRECTORY,
        message =
                "logTailers: no log directory named so; add it to main.logDirectories or correct logDirectory",
        messageExpression = MountRules.TAILERS_MESSAGE,
        fieldPath = ".logTailers")
@ValidationRule(
        value = MountRules.ADAPTERS_READ_A_DIRECTORY,
        message =
                "adapters: no log directory named so; add it to main.logDirectories or correct logDirectory",
        messageExpression = MountRules.ADAPTERS_MESSAGE,
        fieldPath = ".adapters")
@ValidationRule(
        value = MountRules.HELPERS_READ_A_DIRECTORY,
        message =
                "sidecars, adapters or initContainers: no log directory named so; add it to main.logDirectories or correct logDirectories",
        messageExpression = MountRules.HELPERS_READ_MESSAGE)
@ValidationRule(
        value = MountRules.MAIN_MOUNTS_A_VOLUME,
        message = "main.volumeMounts: no volume named so; add it to volumes or correct the mount",
        messageExpression = MountRules.MAIN_MOUNTS_MESSAGE,
        fieldPath = ".main.volumeMounts")
@ValidationRule(
        value = MountRules.HELPERS_MOUNT_A_VOLUME,
        message =
                "volumeMounts of sidecars, adapters or initContainers: no volume named so; add it to volumes or correct the mount",
        messageExpression = MountRules.HELPERS_MOUNT_MESSAGE)
@ValidationRule(
        value = MountRules.LOG_DIRECTORIES_USE_A_VOLUME,
        message =
                "main.logDirectories[].volume names no entry of volumes: add it there or leave it out for a new emptyDir",
        fieldPath = ".main.logDirectories")
@ValidationRule(
        value = MountRules.MAIN_PATHS_DIFFER,
        message = "one path mounted twice in main: remove one or choose another path",
        messageExpression = MountRules.MAIN_PATHS_MESSAGE,
        fieldPath = ".main")
@ValidationRule(
        value = MountRules.HELPER_PATHS_DIFFER,
        message =
                "one path mounted twice in a sidecar, adapter or init container (volumeMounts and logDirectories, a trailing slash is no difference): remove one or choose another path")
@ValidationRule(
        value = SpecRules.NO_WAIT_FOR_OWN_SERVICE,
        message = "dependencies: a wait for one of this app's own services never ends; remove it",
        fieldPath = ".dependencies")
@ValidationRule(
        value = SpecRules.NO_WAIT_FOR_OWN_PODS,
        message =
                "dependencies: provide.selector selects this app's own Pods (podTemplate.labels), so the wait never ends; select the Pods of the other app",
        fieldPath = ".dependencies")
public record PatternedAppSpec(
        @JsonPropertyDescription("The workload that runs the Pods.") @Default("{}")
                @Nullable Workload workload,
        @JsonPropertyDescription("Number of Pods.") @Min(0) @Default("1")
                @Nullable Integer replicas,
        @JsonPropertyDescription("The main container.") @Required MainContainer main,
        @JsonPropertyDescription("Sidecars that print the files which main writes.") @Size(max = 16)
                List<LogTailer> logTailers,
        @JsonPropertyDescription("Helpers that turn what main says into a common shape.")
                @Size(max = 8)
                List<Adapter> adapters,
        @JsonPropertyDescription("Your own helpers beside main.") @Size(max = 8)
                List<Sidecar> sidecars,
        @JsonPropertyDescription("Your own tasks before main, after the waits.") @Size(max = 16)
                List<InitContainer> initContainers,
        @JsonPropertyDescription("What must be there before main starts.") @Size(max = 32)
                List<Dependency> dependencies,
        @JsonPropertyDescription("The Services of this app, exactly those listed.") @Size(max = 8)
                List<AppService> services,
        @JsonPropertyDescription("Volumes that containers mount.") @Size(max = 32)
                List<AppVolume> volumes,
        @JsonPropertyDescription("Options of the Pod as a whole.")
                @Nullable PodTemplate podTemplate,
        @JsonPropertyDescription("The operator looks and reports, but changes nothing.")
                @Default("false")
                @Nullable Boolean paused) {
    /** An absent list or map reads as an empty one. */
    public PatternedAppSpec {
        logTailers = Absent.list(logTailers);
        adapters = Absent.list(adapters);
        sidecars = Absent.list(sidecars);
        initContainers = Absent.list(initContainers);
        dependencies = Absent.list(dependencies);
        services = Absent.list(services);
        volumes = Absent.list(volumes);
    }
}
