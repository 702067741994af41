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

    /**
     * What CEL cannot see and the validator refuses: a file of a log directory that is not there.
     */
    static String refused(String name) {
        return web(name)
                + """
                  logTailers:
                  - {name: access, logDirectory: nowhere, files: [access.log]}
                """;
    }
}
