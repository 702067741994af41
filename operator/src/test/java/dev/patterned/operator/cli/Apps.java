package dev.patterned.operator.cli;

/** Manifests for tests. */
final class Apps {
    private Apps() {}

    /** Accepted without a warning: a main container with nothing around it. */
    static String plain(String name) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: %s}
        spec:
          main: {image: "httpd:2.4"}
        """
                .formatted(name);
    }

    /** Refused by the rules: a tailer whose log directory does not exist, in line 6. */
    static String refused(String name) {
        return plain(name) + "  logTailers: [{name: a, logDirectory: none, files: [f]}]\n";
    }
}
