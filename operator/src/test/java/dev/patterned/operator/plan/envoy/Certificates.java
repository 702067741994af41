package dev.patterned.operator.plan.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.engines.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority and what it signs, made with the JDK's own tool. */
final class Certificates {
    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;

    Certificates(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        make(AUTHORITY, "-ext", "bc:c");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                AUTHORITY,
                "-file",
                authority().toString(),
                store(AUTHORITY));
    }

    /** Its certificate as PEM. */
    Path authority() {
        return folder.resolve("authority.crt");
    }

    /**
     * Makes a key with a certificate.
     *
     * @param names as keytool takes them, such as {@code dns:api.example}
     */
    void issue(String alias, String names) {
        make(alias);
        var request = folder.resolve(alias + ".csr").toString();
        var signed = folder.resolve(alias + ".crt").toString();
        keytool("-certreq", "-alias", alias, "-file", request, store(alias));
        keytool(
                "-gencert",
                "-rfc",
                "-alias",
                AUTHORITY,
                "-infile",
                request,
                "-outfile",
                signed,
                "-ext",
                "san=" + names,
                store(AUTHORITY));
        keytool(
                "-importcert",
                "-noprompt",
                "-alias",
                AUTHORITY,
                "-file",
                authority().toString(),
                store(alias));
        keytool("-importcert", "-noprompt", "-alias", alias, "-file", signed, store(alias));
    }

    /** Writes a key and its certificate, as a Secret of type kubernetes.io/tls has them. */
    void write(String alias, Path certificate, Path key)
            throws IOException, GeneralSecurityException {
        Files.copy(folder.resolve(alias + ".crt"), certificate);
        var secret = open(alias).getKey(alias, PASSWORD.toCharArray()).getEncoded();
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(secret);
        Files.writeString(
                key, "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n");
    }

    /** For a server with that certificate that trusts the authority. */
    SSLContext server(String alias) throws IOException, GeneralSecurityException {
        var store = open(alias);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore open(String alias) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var content = Files.newInputStream(folder.resolve(alias + ".p12"))) {
            store.load(content, PASSWORD.toCharArray());
        }
        return store;
    }

    private void make(String alias, String... more) {
        var words = new ArrayList<String>();
        words.addAll(
                List.of(
                        "-genkeypair",
                        "-alias",
                        alias,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + alias,
                        "-validity",
                        "2"));
        words.addAll(List.of(more));
        words.add(store(alias));
        keytool(words.toArray(String[]::new));
    }

    /** Stands for its options in {@link #keytool}. */
    private static String store(String alias) {
        return alias + ".p12";
    }

    private void keytool(String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.add("-J-XX:TieredStopAtLevel=1");
        command.addAll(List.of(words).subList(0, words.length - 1));
        command.addAll(List.of("-keystore", words[words.length - 1], "-storepass", PASSWORD));
        var result = Command.run(folder, PATIENCE, command);
        assertThat(result.exitCode()).as("%s: %s", command, result.output()).isZero();
    }
}
