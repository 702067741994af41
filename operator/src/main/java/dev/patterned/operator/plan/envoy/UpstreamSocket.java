package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.UpstreamTls;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * TLS towards upstreams. Certificates are named by path and read by Envoy alone; each path stands
 * in a file of its own, because only what is in such a file is read again when it changes.
 */
final class UpstreamSocket {
    private static final String TYPES = "envoy.extensions.transport_sockets.tls.v3.";
    private static final String AUTHORITY = "authority";
    private static final String CLIENT = "client";
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    private UpstreamSocket() {}

    static void secure(Message cluster, Outbound outbound, UpstreamTls tls) {
        var isAddress = ADDRESS.matcher(tls.serverName()).matches();
        var context = Message.ofType(TYPES + "UpstreamTlsContext");
        if (!isAddress) {
            context.with("sni", tls.serverName());
        }
        var common =
                Message.of()
                        .with(
                                "tls_params",
                                Message.of().with("tls_minimum_protocol_version", "TLSv1_2"));
        if (tls.clientCertificateSecret().isPresent()) {
            common.with("tls_certificate_sds_secret_configs", List.of(secret(outbound, CLIENT)));
        }
        var name =
                Message.of()
                        .with("san_type", isAddress ? "IP_ADDRESS" : "DNS")
                        .with("matcher", Message.of().with("exact", tls.serverName()));
        common.with(
                "combined_validation_context",
                Message.of()
                        .with(
                                "default_validation_context",
                                Message.of().with("match_typed_subject_alt_names", List.of(name)))
                        .with("validation_context_sds_secret_config", secret(outbound, AUTHORITY)));
        cluster.with(
                "transport_socket",
                Message.extension(
                        "envoy.transport_sockets.tls", context.with("common_tls_context", common)));
    }

    /** Empty without TLS. */
    static Map<String, String> files(Outbound outbound) {
        var files = new TreeMap<String, String>();
        outbound.tls()
                .ifPresent(tls -> {
                    var paths = new TlsFiles(outbound.name());
                    files.put(
                            file(outbound, AUTHORITY),
                            resource(
                                    AUTHORITY,
                                    "validation_context",
                                    Message.of()
                                            .with("trusted_ca", path(paths.authority()))
                                            .with(
                                                    "watched_directory",
                                                    directory(paths.authorityDirectory()))));
                    if (tls.clientCertificateSecret().isPresent()) {
                        files.put(
                                file(outbound, CLIENT),
                                resource(
                                        CLIENT,
                                        "tls_certificate",
                                        Message.of()
                                                .with(
                                                        "certificate_chain",
                                                        path(paths.certificate()))
                                                .with("private_key", path(paths.key()))
                                                .with(
                                                        "watched_directory",
                                                        directory(paths.clientDirectory()))));
                    }
                });
        return files;
    }

    private static Message secret(Outbound outbound, String name) {
        return Message.of()
                .with("name", name)
                .with(
                        "sds_config",
                        Message.of()
                                .with(
                                        "path_config_source",
                                        Message.of()
                                                .with(
                                                        "path",
                                                        EnvoyBootstrap.DIRECTORY
                                                                + "/"
                                                                + file(outbound, name)))
                                .with("resource_api_version", "V3"));
    }

    private static String file(Outbound outbound, String secret) {
        return "tls-" + outbound.name() + "-" + secret + ".json";
    }

    private static String resource(String name, String kind, Message content) {
        var secret = Message.ofType(TYPES + "Secret").with("name", name).with(kind, content);
        return Message.of().with("resources", List.of(secret)).text();
    }

    private static Message path(String file) {
        return Message.of().with("filename", file);
    }

    private static Message directory(String path) {
        return Message.of().with("path", path);
    }
}
