package dev.patterned.operator.node;

/** Objects that several tests need: an app to look at, what apps wait for, who visits them. */
final class Backend {
    /** The sidecar example: httpd with its two logs, a tailer each. */
    static final String WEB =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: web}
            spec:
              main:
                image: httpd:2.4
                command: [httpd-foreground, -c, "CustomLog /var/log/httpd/access.log combined", -c, "ErrorLog /var/log/httpd/error.log"]
                ports: [{name: http, containerPort: 80}]
                logDirectories: [{name: httpd, path: /var/log/httpd, sizeLimit: 256Mi}]
              logTailers:
              - {name: access, logDirectory: httpd, files: [access.log]}
              - {name: error, logDirectory: httpd, files: [error.log]}
              services:
              - {name: web, ports: [{name: http, port: 80, target: http}]}
            """;

    private Backend() {}

    /** A Pod that answers HTTP on that port; its label {@code app} is its name. */
    static String http(String name, int port) {
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, labels: {app: %s}}
        spec:
          terminationGracePeriodSeconds: 0
          containers:
          - name: server
            image: busybox:1.37
            command: [sh, -c, "mkdir /www; echo fine >/www/healthz; exec httpd -f -p %d -h /www"]
        """
                .formatted(name, name, port);
    }

    /** A Service in front of the Pod whose label {@code app} is its name. */
    static String service(String name, int port, int targetPort) {
        return """
        apiVersion: v1
        kind: Service
        metadata: {name: %s}
        spec:
          selector: {app: %s}
          ports: [{name: any, port: %d, targetPort: %d}]
        """
                .formatted(name, name, port, targetPort);
    }

    /** A Pod to run curl in. */
    static String visitor() {
        return """
        apiVersion: v1
        kind: Pod
        metadata: {name: visitor}
        spec:
          terminationGracePeriodSeconds: 0
          containers:
          - {name: curl, image: "curlimages/curl:8.11.1", command: [sleep, "3600"]}
        """;
    }
}
