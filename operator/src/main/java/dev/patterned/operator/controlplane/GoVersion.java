package dev.patterned.operator.controlplane;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Go release, as {@code go env GOVERSION} prints it.
 *
 * @param major such as 1
 * @param minor such as 26
 */
record GoVersion(int major, int minor) implements Comparable<GoVersion> {

    /** What the {@code go} line of Kubernetes 1.37's module asks for. */
    static final GoVersion NEEDED = new GoVersion(1, 26);

    private static final Pattern PRINTED = Pattern.compile("go(\\d{1,4})\\.(\\d{1,4})(\\D.*)?");

    /**
     * Empty for development versions such as {@code devel go1.27-abcdef}, whose age nobody can
     * tell.
     */
    static Optional<GoVersion> parse(String printed) {
        var matcher = PRINTED.matcher(printed.strip());
        return matcher.matches()
                ? Optional.of(
                        new GoVersion(
                                Integer.parseInt(matcher.group(1)),
                                Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    boolean isTooOld() {
        return compareTo(NEEDED) < 0;
    }

    @Override
    public int compareTo(GoVersion other) {
        return major == other.major
                ? Integer.compare(minor, other.minor)
                : Integer.compare(major, other.major);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
