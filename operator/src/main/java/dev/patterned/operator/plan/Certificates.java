package dev.patterned.operator.plan;

import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Target;
import dev.patterned.operator.plan.envoy.TlsFiles;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;

/** Authorities and client certificates: mounted from Secrets and ConfigMaps, never read. */
final class Certificates {
    private Certificates() {}

    /** A volume of an authority's certificates, under one file name whatever its key. */
    static Volume authority(String name, String file, Target.CertificateAuthority authority) {
        var item = new KeyToPathBuilder().withKey(authority.key()).withPath(file).build();
        var volume = new VolumeBuilder().withName(name);
        return switch (authority) {
            case Target.CertificateAuthority.FromSecret(var selector) ->
                    volume.withNewSecret()
                            .withSecretName(selector.getName())
                            .withOptional(selector.getOptional())
                            .withItems(item)
                            .endSecret()
                            .build();
            case Target.CertificateAuthority.FromConfigMap(var selector) ->
                    volume.withNewConfigMap()
                            .withName(selector.getName())
                            .withOptional(selector.getOptional())
                            .withItems(item)
                            .endConfigMap()
                            .build();
        };
    }

    static List<Volume> volumes(Outbound outbound) {
        var volumes = new ArrayList<Volume>();
        outbound.tls()
                .ifPresent(tls -> {
                    volumes.add(
                            authority(authority(outbound), TlsFiles.AUTHORITY, tls.authority()));
                    tls.clientCertificateSecret()
                            .ifPresent(secret -> volumes.add(client(outbound, secret)));
                });
        return volumes;
    }

    static List<VolumeMount> mounts(Outbound outbound) {
        var files = new TlsFiles(outbound.name());
        var mounts = new ArrayList<VolumeMount>();
        outbound.tls()
                .ifPresent(tls -> {
                    mounts.add(
                            Helpers.mount(authority(outbound), files.authorityDirectory(), true));
                    tls.clientCertificateSecret()
                            .ifPresent(_ ->
                                    mounts.add(
                                            Helpers.mount(
                                                    client(outbound),
                                                    files.clientDirectory(),
                                                    true)));
                });
        return mounts;
    }

    private static Volume client(Outbound outbound, String secret) {
        return new VolumeBuilder()
                .withName(client(outbound))
                .withNewSecret()
                .withSecretName(secret)
                .endSecret()
                .build();
    }

    private static String authority(Outbound outbound) {
        return DerivedNames.of("patterned-ca-out-", outbound.name());
    }

    private static String client(Outbound outbound) {
        return DerivedNames.of("patterned-client-", outbound.name());
    }
}
