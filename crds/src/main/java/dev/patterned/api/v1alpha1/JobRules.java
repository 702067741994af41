package dev.patterned.api.v1alpha1;

/** CEL of the rules about Jobs, which stand in two places of the schema. */
final class JobRules {
    private static final String INDEXED =
            "(has(self.completionMode) && self.completionMode == 'Indexed')";

    static final String INDEXED_HAS_COMPLETIONS = "!" + INDEXED + " || has(self.completions)";

    static final String INDEXED_FIELDS =
            INDEXED
                    + " || (!has(self.backoffLimitPerIndex) && !has(self.maxFailedIndexes) && !has(self.successPolicy))";

    static final String FAILURE_POLICY_NEVER_RESTARTS =
            "!has(self.podFailurePolicy) || !has(self.restartPolicy) || self.restartPolicy == 'Never'";

    static final String FAILURE_POLICY_REPLACES_FAILED =
            "!has(self.podFailurePolicy) || !has(self.podReplacementPolicy) || self.podReplacementPolicy == 'Failed'";

    private JobRules() {}
}
