package dev.patterned.operator.health;

import io.fabric8.kubernetes.client.VersionInfo;

/** Which servers are new enough. Pure. */
final class ServerVersion {
    private static final int MAJOR = 1;

    /** Native sidecars, on which everything rests, are stable from 1.33 on (KEP-753). */
    private static final int OLDEST_MINOR = 33;

    private ServerVersion() {}

    /**
     * Refuses a server that is too old.
     *
     * @throws CannotStartException naming its version and the oldest that will do
     */
    static void check(VersionInfo version) {
        var major = number(version.getMajor());
        var minor = number(version.getMinor());
        if (major < MAJOR || (major == MAJOR && minor < OLDEST_MINOR)) {
            throw new CannotStartException(
                    "The cluster runs Kubernetes %s, but Patterned needs %d.%d or newer, where native sidecar containers are stable."
                            .formatted(text(version), MAJOR, OLDEST_MINOR));
        }
    }

    /** Providers add to it, such as {@code 33+}. */
    private static int number(String part) {
        var digits = part.replaceFirst("\\D.*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String text(VersionInfo version) {
        return version.getGitVersion() == null
                ? version.getMajor() + "." + version.getMinor()
                : version.getGitVersion();
    }
}
