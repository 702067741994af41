package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wanted: a main container and the helpers around it. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PatternedAppSpec(
        @JsonPropertyDescription("The workload that runs the Pods.") @Nullable Workload workload,
        @JsonPropertyDescription("Number of Pods.") @Min(0) @Default("1")
                @Nullable Integer replicas,
        @JsonPropertyDescription("The main container.") @Required MainContainer main,
        @JsonPropertyDescription("Sidecars that print the files which main writes.") @Size(max = 16)
                List<LogTailer> logTailers,
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
        sidecars = Absent.list(sidecars);
        initContainers = Absent.list(initContainers);
        dependencies = Absent.list(dependencies);
        services = Absent.list(services);
        volumes = Absent.list(volumes);
    }
}
