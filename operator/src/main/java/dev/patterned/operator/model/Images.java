package dev.patterned.operator.model;

/**
 * Images of the operator's own helpers. They are part of what an app renders to: another tag here
 * rolls every app of every user, so it changes with a release and a line in the changelog.
 */
public final class Images {
    /** Shell, tail, awk, nc and nslookup: tailers, and waits on TCP and DNS. */
    public static final String BUSYBOX = "busybox:1.37";

    /** Waits on HTTP and gRPC: curl with TLS and HTTP/2, and a shell to loop in. */
    public static final String CURL = "curlimages/curl:8.11.1";

    /** Filter rules: nft, in the image that Kubernetes builds for kube-proxy. No shell is used. */
    public static final String NFT = "registry.k8s.io/build-image/distroless-iptables:v0.9.2";

    /** Ambassadors of engine Envoy; has no shell. */
    public static final String ENVOY = "envoyproxy/envoy:distroless-v1.40.0";

    /** Ambassadors of engine Twemproxy: nutcracker, and a shell to end it with. */
    public static final String TWEMPROXY = "malexer/twemproxy:latest";

    /** Log adapters: the OpenTelemetry Collector with the components that they use. */
    public static final String COLLECTOR = "otel/opentelemetry-collector-contrib:0.149.0";

    /** Metrics of Apache httpd. */
    public static final String APACHE_EXPORTER = "lusotycoon/apache-exporter:v1.0.10";

    /** Metrics of nginx. */
    public static final String NGINX_EXPORTER = "nginx/nginx-prometheus-exporter:1.4.2";

    /** Metrics of Redis. */
    public static final String REDIS_EXPORTER = "oliver006/redis_exporter:v1.67.0";

    /** Metrics of StatsD lines. */
    public static final String STATSD_EXPORTER = "prom/statsd-exporter:v0.31.0";

    private Images() {}
}
