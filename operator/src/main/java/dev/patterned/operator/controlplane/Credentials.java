package dev.patterned.operator.controlplane;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The one administrator of a control plane and the key that signs service account tokens, made anew
 * at every start. The server's certificate is the server's own affair: it signs one for itself, and
 * clients trust exactly that one.
 */
final class Credentials {

    static final String TOKENS = "tokens.csv";
    static final String SIGNING_KEY = "service-accounts.key";
    static final String SIGNING_PUBLIC_KEY = "service-accounts.pub";

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String token;

    private Credentials(String token) {
        this.token = token;
    }

    /** Writes the files that kube-apiserver reads. */
    static Credentials create(InstanceFolder folder) throws IOException {
        var random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        var token = HexFormat.of().formatHex(random);
        Files.writeString(
                folder.resolve(TOKENS),
                token + ",patterned-admin,patterned-admin,\"system:masters\"\n");
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            writePem(folder.resolve(SIGNING_KEY), "PRIVATE KEY", pair.getPrivate().getEncoded());
            writePem(
                    folder.resolve(SIGNING_PUBLIC_KEY),
                    "PUBLIC KEY",
                    pair.getPublic().getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK 25 has P-256", impossible);
        }
        return new Credentials(token);
    }

    String token() {
        return token;
    }

    /** A kubeconfig that needs no other file. */
    String kubeconfig(String server, Path certificate) throws IOException {
        return """
        apiVersion: v1
        kind: Config
        current-context: patterned
        clusters:
        - name: patterned
          cluster:
            server: {server}
            certificate-authority-data: {certificate}
        contexts:
        - name: patterned
          context:
            cluster: patterned
            user: patterned-admin
            namespace: default
        users:
        - name: patterned-admin
          user:
            token: {token}
        """
                .replace("{server}", server)
                .replace(
                        "{certificate}",
                        Base64.getEncoder().encodeToString(Files.readAllBytes(certificate)))
                .replace("{token}", token);
    }

    /** Writes a file that only this user can read, at no moment otherwise. */
    static void writePrivately(Path file, String text) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        Files.createDirectories(folder);
        var onlyOwner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var temporary = Files.createTempFile(folder, "." + file.getFileName(), "", onlyOwner);
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writePem(Path file, String type, byte[] der) throws IOException {
        var body =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der);
        Files.writeString(
                file, "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(type, body));
    }
}
