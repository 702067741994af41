package dev.patterned.api.v1alpha1;

/** CEL and messages of the small rules that more than one type has. */
final class FieldRules {
    /** Names that begin so are the operator's, for containers and volumes. */
    static final String NAME_NOT_RESERVED = "!self.name.startsWith('patterned-')";

    static final String NAME_RESERVED_MESSAGE =
            "a name that begins with patterned- is reserved for the operator: choose another";

    /** A DNS name as resolvers take it, with or without a trailing dot; underscores are allowed. */
    private static final String DNS_NAME =
            "self.host.matches('^[A-Za-z0-9_]([-A-Za-z0-9_]*[A-Za-z0-9_])?([.][A-Za-z0-9_]([-A-Za-z0-9_]*[A-Za-z0-9_])?)*[.]?$')";

    static final String HOST = "isIP(self.host) || " + DNS_NAME;

    static final String HOST_MESSAGE =
            "host is neither a DNS name nor an IP address: a port belongs into the field port, a scheme or path into an http dependency";

    static final String HOST_NAME = "!isIP(self.host) && " + DNS_NAME;

    /**
     * Reason of rules about what cannot be said. Duplicates have none of their own: the API server
     * leaves out the message of a rule with FieldValueDuplicate.
     */
    static final String REASON_FORBIDDEN = "FieldValueForbidden";

    private FieldRules() {}
}
