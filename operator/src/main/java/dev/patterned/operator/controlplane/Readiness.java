package dev.patterned.operator.controlplane;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Waits until an API server serves, and asks it what it is. */
final class Readiness {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Pattern GIT_VERSION = Pattern.compile("\"gitVersion\":\\s*\"v?([^\"]+)\"");

    private final String server;
    private final Path certificate;
    private final String token;

    Readiness(String server, Path certificate, String token) {
        this.server = server;
        this.certificate = certificate;
        this.token = token;
    }

    /**
     * Waits for the server and for the namespace {@code default}, which it makes a moment after it
     * calls itself ready.
     *
     * @return the server's version, or empty when a daemon ended or the time was up
     */
    Optional<String> await(List<Daemon> daemons, Duration timeout) throws InterruptedException {
        var deadline = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < deadline && daemons.stream().allMatch(Daemon::isAlive)) {
            // The server writes its certificate while it starts.
            if (Files.exists(certificate)) {
                var version = versionWhenReady();
                if (version.isPresent()) {
                    return version;
                }
            }
            Thread.sleep(POLL);
        }
        return Optional.empty();
    }

    private Optional<String> versionWhenReady() throws InterruptedException {
        try (var http = HttpClient.newBuilder().sslContext(trustingOnly(certificate)).build()) {
            for (var path : new String[] {"/readyz", "/api/v1/namespaces/default"}) {
                if (get(http, path).isEmpty()) {
                    return Optional.empty();
                }
            }
            return get(http, "/version").map(Readiness::gitVersion);
        } catch (IOException | GeneralSecurityException notYet) {
            return Optional.empty();
        }
    }

    private Optional<String> get(HttpClient http, String path)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .header("Authorization", "Bearer " + token)
                        .header("User-Agent", "patterned-control-plane")
                        .timeout(ANSWER)
                        .build();
        var response = http.send(request, BodyHandlers.ofString());
        return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
    }

    static String gitVersion(String versionDocument) {
        var matcher = GIT_VERSION.matcher(versionDocument);
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    private static SSLContext trustingOnly(Path certificate)
            throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var in = Files.newInputStream(certificate)) {
            for (var one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("server-" + trusted.size(), one);
            }
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
