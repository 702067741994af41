package dev.patterned.api.v1alpha1;

/** Names, labels and annotations that are API: other tools may rely on them. */
public final class ApiKeys {
    /** API group. */
    public static final String GROUP = "patterned.dev";

    /** API version. */
    public static final String VERSION = "v1alpha1";

    /**
     * Selector label: the app's name. With {@link #LABEL_COMPONENT} the whole, unchanging selector
     * of an app's Pods.
     */
    public static final String LABEL_APP = GROUP + "/app";

    /**
     * Selector label that tells an app's Pods ({@code pod}) from what else carries {@link
     * #LABEL_APP}.
     */
    public static final String LABEL_COMPONENT = GROUP + "/component";

    /** On every object that the operator makes; informers are scoped to it. */
    public static final String LABEL_MANAGED_BY = "app.kubernetes.io/managed-by";

    /** Value of {@link #LABEL_MANAGED_BY}, and the field manager of server-side apply. */
    public static final String MANAGER = "patterned";

    /** Annotation on every child: hash of the object as it was desired when it was last applied. */
    public static final String ANNOTATION_STAMP = GROUP + "/stamp";

    /**
     * Annotation on a Pod template: hash of what the ConfigMaps (and Secrets, where the operator
     * may read them) hold that its containers use. Another content is another template.
     */
    public static final String ANNOTATION_CONFIG = GROUP + "/config";

    /** Annotation on a Service that stands for "done": what it is that is done. */
    public static final String ANNOTATION_DONE = GROUP + "/done";

    /**
     * Annotation on children that have parts which nobody can change once they are there: hash of
     * these parts.
     */
    public static final String ANNOTATION_FIXED = GROUP + "/fixed";

    private ApiKeys() {}
}
