package dev.patterned.operator.plan.envoy;

/**
 * Where an outbound listener with TLS finds certificates. They are mounted as whole directories:
 * Envoy reads them again when the kubelet swaps their content.
 *
 * @param listener name of the outbound listener
 */
public record TlsFiles(String listener) {
    /** The file with the authority's certificates, in its directory. */
    public static final String AUTHORITY = "ca.crt";

    /** The client's certificate, as in a Secret of type kubernetes.io/tls. */
    public static final String CERTIFICATE = "tls.crt";

    /** The client's key, as in a Secret of type kubernetes.io/tls. */
    public static final String KEY = "tls.key";

    static final String ROOT = "/etc/patterned-tls/";

    /** Where the authority is mounted: its key projected to {@link #AUTHORITY}. */
    public String authorityDirectory() {
        return ROOT + listener + "/authority";
    }

    /** Where the Secret with the client's certificate is mounted. */
    public String clientDirectory() {
        return ROOT + listener + "/client";
    }

    String authority() {
        return authorityDirectory() + "/" + AUTHORITY;
    }

    String certificate() {
        return clientDirectory() + "/" + CERTIFICATE;
    }

    String key() {
        return clientDirectory() + "/" + KEY;
    }
}
