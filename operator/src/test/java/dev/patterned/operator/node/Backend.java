package dev.patterned.operator.node;

/** Pods and Services that apps wait for or are visited by. */
final class Backend {
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
