package dev.patterned.operator.validation;

/**
 * Whether log adapters can read what main writes. They run as main where the spec says who that is;
 * else what main keeps to itself stays closed to them, which only the Pod will show.
 */
final class ReaderRules {
    private ReaderRules() {}

    static void check(Subject subject, Problems problems) {
        var spec = subject.spec();
        var reads = spec.adapters().stream().anyMatch(adapter -> adapter.logs() != null);
        if (reads && MainIdentity.of(spec).user().isEmpty()) {
            problems.warning(
                    "MainUserUnknown",
                    "spec.main.securityContext.runAsUser",
                    "nothing says which user main runs as: adapters read its logs only if everybody may (as with umask 022); if main keeps them to itself, say its user here, 0 if the image runs as root");
        }
    }
}
