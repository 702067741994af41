package dev.patterned.operator.reconcile;

/** Apps as users write them. */
final class Apps {
    private Apps() {}

    /** Two children: a Service and a Deployment. */
    static String web(String name) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: %s}
        spec:
          main:
            image: httpd:2.4
            ports: [{name: http, containerPort: 80}]
          services:
          - {name: %s, ports: [{name: http, port: 80}]}
        """
                .formatted(name, name);
    }

    /** Four children: scripts, a provided Service, a Service and a Deployment. */
    static String waiting(String name, String database) {
        return web(name)
                + """
                  dependencies:
                  - name: db
                    service: {name: %s, port: 80, provide: {selector: {app: db}, targetPort: 9377}}
                """
                        .formatted(database);
    }

    /** What CEL cannot say and the validator refuses: kept files that outgrow their directory. */
    static String refused(String name) {
        return web(name)
                        .replace(
                                "image: httpd:2.4",
                                "image: httpd:2.4\n    logDirectories: [{name: logs, path: /logs,"
                                        + " sizeLimit: 1Mi}]")
                + """
                  logTailers:
                  - name: access
                    logDirectory: logs
                    files: [access.log]
                    rotate: {maxSize: 1Mi, keep: 3}
                """;
    }
}
