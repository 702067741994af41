package dev.patterned.operator.plan.collector;

/**
 * Variables that the configuration takes from the collector's own environment. Their values are
 * names that Kubernetes has checked, folders of ours, and secrets; never free text.
 */
public final class CollectorEnvironment {
    /** The app's name. */
    public static final String SERVICE_NAME = "SERVICE_NAME";

    /** The Pod's namespace. */
    public static final String NAMESPACE = "NAMESPACE";

    /** The Pod's name. */
    public static final String POD_NAME = "POD_NAME";

    /** The name of the node that the Pod runs on. */
    public static final String NODE_NAME = "NODE_NAME";

    /** The name of the container that writes the logs. */
    public static final String CONTAINER_NAME = "CONTAINER_NAME";

    /** A folder of its own that outlives the collector: how far each file was read, what waits. */
    public static final String STATE_DIRECTORY = "STATE_DIRECTORY";

    /** Go's own: the collector tidies up before the container's limit is reached. */
    public static final String MEMORY_LIMIT = "GOMEMLIMIT";

    private CollectorEnvironment() {}

    /** The variable with the value of a header, counted from 0 in the order of the model. */
    public static String header(int index) {
        return "OTLP_HEADER_" + index;
    }
}
