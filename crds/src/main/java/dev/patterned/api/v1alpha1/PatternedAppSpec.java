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
                "logDirectories of helpers: no log directory named so; add it to main.logDirectories or correct logDirectories",
        messageExpression = MountRules.HELPERS_READ_MESSAGE)
@ValidationRule(
        value = MountRules.MAIN_MOUNTS_A_VOLUME,
        message = "main.volumeMounts: no volume named so; add it to volumes or correct the mount",
        messageExpression = MountRules.MAIN_MOUNTS_MESSAGE,
        fieldPath = ".main.volumeMounts")
@ValidationRule(
        value = MountRules.HELPERS_MOUNT_A_VOLUME,
        message =
                "volumeMounts of helpers: no volume named so; add it to volumes or correct the mount",
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
                "one path mounted twice in a helper (volumeMounts and logDirectories, a trailing slash is no difference): remove one or choose another path")
@ValidationRule(
        value = SpecRules.NO_WAIT_FOR_OWN_SERVICE,
        message = "dependencies: a wait for one of this app's own services never ends; remove it",
        fieldPath = ".dependencies")
@ValidationRule(
        value = SpecRules.NO_WAIT_FOR_OWN_PODS,
        message =
                "dependencies: provide.selector selects this app's own Pods (podTemplate.labels), so the wait never ends; select the Pods of the other app",
        fieldPath = ".dependencies")
@ValidationRule(
        value = AmbassadorRules.OUTBOUND_NAMES_DIFFER,
        message =
                "one outbound listener in two ambassadors: both would set NAME_HOST and NAME_PORT of main; rename one",
        fieldPath = ".ambassadors")
@ValidationRule(
        value = AmbassadorRules.VARIABLES_DIFFER,
        message =
                "env: a variable NAME_HOST or NAME_PORT that an outbound listener of ambassadors sets already; remove it, or rename the listener")
@ValidationRule(
        value = AmbassadorRules.INBOUND_TARGETS_A_PORT,
        message =
                "ambassadors: an inbound listener's target is no TCP port of main.ports; add the port there or correct target",
        fieldPath = ".ambassadors")
@ValidationRule(
        value = AmbassadorRules.NO_UPSTREAM_IS_AN_OWN_SERVICE,
        message =
                "ambassadors: an upstream is one of this app's own services, which leads back to main; name another, or let main talk to itself on 127.0.0.1",
        fieldPath = ".ambassadors")
@ValidationRule(
        value = AmbassadorRules.DEPENDENCIES_KNOW_THEIR_LISTENER,
        message =
                "dependencies: outbound.name is no outbound listener of ambassadors; correct it or add the listener",
        fieldPath = ".dependencies")
@ValidationRule(
        value = IsolationRules.INBOUND_HAS_A_LISTENER,
        message =
                "isolation.inbound is Ambassador, but no ambassador has an inbound listener (or, custom, a port), so nobody would reach main; add one, or set Open",
        fieldPath = ".isolation")
@ValidationRule(
        value = IsolationRules.OUTBOUND_HAS_AN_AMBASSADOR,
        message =
                "isolation.outbound is Ambassador, but there is none, so main would reach nobody; add it to ambassadors, or set Open",
        fieldPath = ".isolation")
@ValidationRule(
        value = IsolationRules.POLICY_KNOWS_WHERE_TO,
        message =
                "isolation.outbound: nothing says where a custom ambassador connects to, so no NetworkPolicy can let it; set enforcement: Netfilter, or outbound: Open",
        fieldPath = ".isolation")
@ValidationRule(
        value = IsolationRules.SERVICES_LEAD_TO_NO_PORT_OF_MAIN,
        message =
                "services: a target is a port of main, which nobody reaches with isolation.inbound: Ambassador; target the inbound listener that leads there",
        fieldPath = ".services")
@ValidationRule(
        value = IsolationRules.PROBES_HAVE_A_WAY,
        message =
                "main has a probe that isolation.inbound: Ambassador keeps out: the kubelet asks the Pod's address, where only inbound listeners answer (and, for tcpSocket, always); add a listener to the probe's port, or use httpGet or exec",
        fieldPath = ".main")
@ValidationRule(
        value = IsolationRules.MAIN_HAS_A_USER,
        message =
                "isolation.enforcement: Netfilter tells main from its ambassadors by the user id; set runAsUser of main, or of podTemplate, to one that is not 0, such as 1000",
        fieldPath = ".main")
@ValidationRule(
        value = IsolationRules.MAIN_IS_NO_HELPER,
        message =
                "isolation.enforcement: Netfilter lets helpers out by their user ids, 65531 and 65532; give main another runAsUser, such as 1000",
        fieldPath = ".main")
@ValidationRule(
        value = IsolationRules.MAIN_IS_NOT_ROOT,
        message =
                "isolation.enforcement: Netfilter needs a main that cannot be root, which could become the ambassador's user; set runAsNonRoot: true",
        fieldPath = ".main")
@ValidationRule(
        value = IsolationRules.MAIN_DROPS_ALL,
        message =
                "isolation.enforcement: Netfilter needs a main without capabilities, which lead past filter rules; set capabilities: {drop: [ALL]}",
        fieldPath = ".main")
@ValidationRule(
        value = IsolationRules.CUSTOM_HAS_A_USER,
        message =
                "isolation.enforcement: Netfilter lets a custom ambassador out by its user id; set custom.securityContext.runAsUser, to one that main has not",
        fieldPath = ".ambassadors")
@ValidationRule(
        value = IsolationRules.OTHERS_ARE_NO_AMBASSADOR,
        message =
                "isolation.enforcement: Netfilter lets ambassadors out by their user ids; give sidecars and initContainers a runAsUser that no ambassador has")
@ValidationRule(
        value = WorkloadRules.KIND_STAYS,
        message =
                "workload.kind cannot be changed: delete the app and create it again, or create another beside it",
        fieldPath = ".workload")
@ValidationRule(
        value = WorkloadRules.REPLICAS_HAVE_A_KIND,
        message =
                "replicas: only a Deployment or a StatefulSet can have another number than 1; leave it out (a Job has workload.job.parallelism)",
        fieldPath = ".replicas")
@ValidationRule(
        value = WorkloadRules.SERVICE_NAME_IS_OWN,
        message =
                "workload.statefulSet.serviceName names no headless Service of services: add it there, or leave it out and the operator makes one",
        fieldPath = ".workload.statefulSet.serviceName")
@ValidationRule(
        value = MountRules.VOLUMES_DIFFER,
        message =
                "one name for two volumes: volumes and workload.statefulSet.volumeClaimTemplates share their names; rename one",
        fieldPath = ".workload.statefulSet.volumeClaimTemplates")
@ValidationRule(
        value = WorkloadRules.AUTOSCALING_HAS_A_KIND,
        message =
                "autoscaling needs replicas: remove it, or choose workload.kind Deployment or StatefulSet",
        fieldPath = ".autoscaling")
@ValidationRule(
        value = WorkloadRules.BUDGET_HAS_A_KIND,
        message =
                "disruptionBudget needs replicas: remove it, or choose workload.kind Deployment or StatefulSet",
        fieldPath = ".disruptionBudget")
public record PatternedAppSpec(
        @JsonPropertyDescription("The workload that runs the Pods.") @Default("{}")
                @Nullable Workload workload,
        @JsonPropertyDescription("Number of Pods; leave it out with autoscaling, which writes it.")
                @Min(0)
                @Default("1")
                @Nullable Integer replicas,
        @JsonPropertyDescription("The main container.") @Required MainContainer main,
        @JsonPropertyDescription("Sidecars that print the files which main writes.") @Size(max = 16)
                List<LogTailer> logTailers,
        @JsonPropertyDescription("Proxies that do main's networking, out and in.") @Size(max = 4)
                List<Ambassador> ambassadors,
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
        @JsonPropertyDescription("Whether ambassadors are the only way in and out.")
                @Nullable Isolation isolation,
        @JsonPropertyDescription(
                        "Volumes that containers mount. A ConfigMap that changes replaces the Pods; a Secret does only with watchSecrets of the operator.")
                @Size(max = 32)
                List<AppVolume> volumes,
        @JsonPropertyDescription("Options of the Pod as a whole.")
                @Nullable PodTemplate podTemplate,
        @JsonPropertyDescription("Lets the CPU use of main decide how many Pods there are.")
                @Nullable Autoscaling autoscaling,
        @JsonPropertyDescription("How many Pods stay when nodes are drained.")
                @Nullable DisruptionBudget disruptionBudget,
        @JsonPropertyDescription("The operator looks and reports, but changes nothing.")
                @Default("false")
                @Nullable Boolean paused) {
    /** An absent list or map reads as an empty one. */
    public PatternedAppSpec {
        logTailers = Absent.list(logTailers);
        ambassadors = Absent.list(ambassadors);
        adapters = Absent.list(adapters);
        sidecars = Absent.list(sidecars);
        initContainers = Absent.list(initContainers);
        dependencies = Absent.list(dependencies);
        services = Absent.list(services);
        volumes = Absent.list(volumes);
    }
}
