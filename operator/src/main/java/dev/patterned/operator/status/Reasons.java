package dev.patterned.operator.status;

import dev.patterned.operator.observe.PodProblem;

/**
 * Every reason that a condition may give, apart from the codes of validation. API: tools match
 * them.
 */
public final class Reasons {
    /** As the spec says. */
    public static final String READY = "Ready";

    /** On its way; nothing is wrong. */
    public static final String PROGRESSING = "Progressing";

    /** The spec is valid. */
    public static final String VALID = "Valid";

    /** The spec is not valid. */
    public static final String INVALID = "Invalid";

    /** The operator looks and reports, but changes nothing. */
    public static final String PAUSED = "Paused";

    /** An object of a child's name is not this app's. */
    public static final String NAME_CONFLICT = "NameConflict";

    /** The server refuses a child for lack of rights, or by an admission policy. */
    public static final String FORBIDDEN = "Forbidden";

    /** The server refuses a child because a quota is full. */
    public static final String QUOTA_EXCEEDED = "QuotaExceeded";

    /** The namespace is being deleted. */
    public static final String NAMESPACE_TERMINATING = "NamespaceTerminating";

    /** The server refuses a child for another reason. */
    public static final String WRITE_REJECTED = "WriteRejected";

    /** The operator itself failed over this app. */
    public static final String INTERNAL_ERROR = "InternalError";

    /** Requests fail again and again for no reason of the app's. */
    public static final String REQUEST_FAILED = "RequestFailed";

    /** A live object has a field that cannot change; it was left as it is. */
    public static final String IMMUTABLE_FIELD_CHANGE = "ImmutableFieldChange";

    /** It ran to its end, and well. */
    public static final String SUCCEEDED = "Succeeded";

    /** The Job has failed. */
    public static final String JOB_FAILED = "JobFailed";

    /** The Job or CronJob is held by its own field suspend. */
    public static final String SUSPENDED = "Suspended";

    /** The workload cannot create Pods: quota, LimitRange, Pod Security, webhook. */
    public static final String POD_CREATION_FAILED = "PodCreationFailed";

    /** The CronJob cannot create a Job: quota, webhook. */
    public static final String JOB_CREATION_FAILED = "JobCreationFailed";

    /** The Deployment gave up on its rollout and no Pod says why. */
    public static final String ROLLOUT_STUCK = "RolloutStuck";

    /** A Pod waits for a dependency. */
    public static final String WAITING_FOR_DEPENDENCY = "WaitingForDependency";

    /** A Job that is waited for has failed. */
    public static final String DEPENDENCY_FAILED = "DependencyFailed";

    /** Apps wait for each other. */
    public static final String DEPENDENCY_CYCLE = "DependencyCycle";

    /** A ConfigMap, Secret or key does not exist; the kubelet's own word. */
    public static final String CONTAINER_CONFIG_ERROR = "CreateContainerConfigError";

    /** An image's name is no name; the kubelet's own word. */
    public static final String INVALID_IMAGE_NAME = "InvalidImageName";

    /** An image cannot be pulled; the kubelet's own word. */
    public static final String IMAGE_PULL_BACK_OFF = "ImagePullBackOff";

    /** A container's process cannot be started. */
    public static final String CONTAINER_CANNOT_START = "ContainerCannotStart";

    /** A container used more memory than it may; the kubelet's own word. */
    public static final String OUT_OF_MEMORY = "OOMKilled";

    /** A container ends again and again. */
    public static final String CRASH_LOOP = "CrashLoop";

    /** A volume does not exist. */
    public static final String VOLUME_NOT_FOUND = "VolumeNotFound";

    /** A volume exists and cannot be mounted; the kubelet's own word. */
    public static final String FAILED_MOUNT = "FailedMount";

    /** No node takes a Pod; the scheduler's own word. */
    public static final String UNSCHEDULABLE = "Unschedulable";

    /** A Pod was evicted or lost. */
    public static final String POD_FAILED = "PodFailed";

    /** Every wait is over. */
    public static final String SATISFIED = "Satisfied";

    /** Every Pod has loaded its filter rules. */
    public static final String FILTER_RULES_LOADED = "FilterRulesLoaded";

    /** A Pod's filter rules could not be loaded; nothing else of it runs. */
    public static final String FILTER_RULES_FAILED = "FilterRulesFailed";

    /** A Pod of a template without filter rules still runs. */
    public static final String OLDER_PODS = "OlderPods";

    /** Pod Security refuses the capability that filter rules need. */
    public static final String POD_SECURITY = "PodSecurity";

    /** A NetworkPolicy is there; nobody says whether it does anything. */
    public static final String UP_TO_NETWORK_PLUGIN = "UpToNetworkPlugin";

    private Reasons() {}

    /** The reason of a Pod's problem. */
    public static String of(PodProblem.Kind kind) {
        return switch (kind) {
            case CONFIGURATION -> CONTAINER_CONFIG_ERROR;
            case IMAGE_NAME -> INVALID_IMAGE_NAME;
            case IMAGE -> IMAGE_PULL_BACK_OFF;
            case CANNOT_START -> CONTAINER_CANNOT_START;
            case OUT_OF_MEMORY -> OUT_OF_MEMORY;
            case CRASH -> CRASH_LOOP;
            case VOLUME -> VOLUME_NOT_FOUND;
            case VOLUME_FAILED -> FAILED_MOUNT;
            case UNSCHEDULABLE -> UNSCHEDULABLE;
            case WAIT_FAILED, WAITING -> WAITING_FOR_DEPENDENCY;
            case GONE -> POD_FAILED;
            case UNREADY, STARTING -> PROGRESSING;
        };
    }
}
