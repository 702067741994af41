package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Security options of the Pod. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PodSecurityContext(
        @JsonPropertyDescription("User id of all containers that say none.")
                @Min(0)
                @Max(2147483647)
                @Nullable Long runAsUser,
        @JsonPropertyDescription("Primary group id of all containers that say none.")
                @Min(0)
                @Max(2147483647)
                @Nullable Long runAsGroup,
        @JsonPropertyDescription("Refuses to start a container as root.")
                @Nullable Boolean runAsNonRoot,
        @JsonPropertyDescription("Group that owns the volumes.") @Min(0) @Max(2147483647)
                @Nullable Long fsGroup,
        @JsonPropertyDescription("When the owner of a volume is changed.")
                @Nullable FsGroupChangePolicy fsGroupChangePolicy,
        @JsonPropertyDescription("Further groups of all processes.") @Size(max = 32)
                List<@Min(0) @Max(2147483647) Long> supplementalGroups,
        @JsonPropertyDescription("Seccomp profile; RuntimeDefault where absent.")
                @Nullable SeccompProfile seccompProfile) {
    /** An absent list or map reads as an empty one. */
    public PodSecurityContext {
        supplementalGroups = Absent.list(supplementalGroups);
    }
}
