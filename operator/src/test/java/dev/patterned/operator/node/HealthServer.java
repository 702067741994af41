package dev.patterned.operator.node;

/**
 * gRPC servers in Pods. The one with a health service is nginx, whose HTTP/2 without TLS carries an
 * answer from a file: the frame of {@code grpc.health.v1.HealthCheckResponse} and the trailer.
 */
final class HealthServer {
    /** Not compressed, two bytes: field 1 is SERVING. In printf's octal. */
    static final String SERVING = "\\000\\000\\000\\000\\002\\010\\001";

    static final String NOT_SERVING = "\\000\\000\\000\\000\\002\\010\\002";

    /** Listens on 50051 behind the label {@code app: api}. */
    static final String POD =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: api, labels: {app: api}}
            spec:
              terminationGracePeriodSeconds: 0
              containers:
              - name: server
                image: nginx:1
                env:
                - name: CONFIGURATION
                  value: |
                    daemon off;
                    pid /tmp/nginx.pid;
                    error_log /dev/stderr;
                    events {}
                    http {
                      access_log off;
                      server {
                        listen 50051 http2;
                        location = /grpc.health.v1.Health/Check { root /tmp; error_page 404 =200 /answer; }
                        location = /answer {
                          internal;
                          root /tmp;
                          default_type application/grpc;
                          add_trailer grpc-status 0;
                          # takes content-length away: no gRPC server sends one
                          sub_filter_types *;
                          sub_filter unused unused;
                        }
                      }
                    }
                command: [sh, -c, 'printf %s "$CONFIGURATION" >/tmp/nginx.conf; exec nginx -c /tmp/nginx.conf']
            """;

    /** A server of grpc-go without that service: a collector that takes OTLP on 4317. */
    static final String WITHOUT_HEALTH =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: collector, labels: {app: collector}}
            spec:
              terminationGracePeriodSeconds: 0
              containers:
              - name: server
                image: otel/opentelemetry-collector-contrib:0.149.0
                args: ["--config", "env:CONFIGURATION"]
                env:
                - name: CONFIGURATION
                  value: |
                    receivers: {otlp: {protocols: {grpc: {endpoint: "0.0.0.0:4317"}}}}
                    exporters: {file: {path: /dev/stdout}}
                    service:
                      telemetry: {metrics: {level: none}}
                      pipelines: {logs: {receivers: [otlp], exporters: [file]}}
            """;

    private HealthServer() {}

    /** What the server answers from now on. */
    static void set(NodeSandbox node, String answer) {
        node.sh(node.started("api"), "server", "printf '" + answer + "' >/tmp/answer");
    }
}
