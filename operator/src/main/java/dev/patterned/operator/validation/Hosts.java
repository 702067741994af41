package dev.patterned.operator.validation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** DNS names, IP addresses and URLs, read without asking any resolver. */
final class Hosts {
    private static final Pattern NAME =
            Pattern.compile(
                    "[A-Za-z0-9_]([-A-Za-z0-9_]*[A-Za-z0-9_])?([.][A-Za-z0-9_]([-A-Za-z0-9_]*[A-Za-z0-9_])?)*[.]?");
    private static final Pattern IPV4 = Pattern.compile("[0-9]+([.][0-9]+){3}");
    private static final Pattern IPV6 =
            Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost[.]?|127[.][0-9.]+|(0*:)+0*1");

    /** Linux connects to loopback for these. */
    private static final Pattern UNSPECIFIED = Pattern.compile("0[.]0[.]0[.]0|(0*:)+0*");

    private Hosts() {}

    static boolean valid(String host) {
        return NAME.matcher(host).matches() || IPV6.matcher(host).matches();
    }

    static boolean address(String host) {
        return IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
    }

    static boolean loopback(String host) {
        return LOOPBACK.matcher(host).matches();
    }

    /** Whether a process that connects there meets its own Pod. */
    static boolean thisPod(String host) {
        return loopback(host) || UNSPECIFIED.matcher(host).matches();
    }

    /** Host and port of an absolute http or https URL; empty for anything else. */
    static Optional<URI> ofUrl(String url) {
        try {
            var uri = new URI(url);
            var scheme = uri.getScheme();
            var known = "http".equals(scheme) || "https".equals(scheme);
            return known && uri.getHost() != null && uri.getUserInfo() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException notAUrl) {
            return Optional.empty();
        }
    }
}
