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

    private Images() {}
}
