package dev.patterned.operator.controlplane;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Downloads what the projects themselves publish: kube-apiserver and kubectl as plain files from
 * the Kubernetes release site, etcd in an archive among its GitHub releases. Each is compared with
 * the SHA-256 published beside it. Upstream publishes an API server for Linux only.
 */
final class UpstreamDownload implements BinaryMaker {

    // Where there is no way out, a build should begin at once rather than after a minute of
    // patience.
    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final String kubernetes;
    private final String etcd;

    UpstreamDownload(String kubernetes, String etcd) {
        this.kubernetes = kubernetes;
        this.etcd = etcd;
    }

    static UpstreamDownload fromUpstream() {
        return new UpstreamDownload(
                "https://dl.k8s.io/release", "https://github.com/etcd-io/etcd/releases/download");
    }

    @Override
    public String name() {
        return "downloading from upstream";
    }

    @Override
    public void make(KubernetesRelease release, Platform platform, Path into, Progress progress)
            throws CannotMakeException, IOException, InterruptedException {
        if (!platform.os().equals("linux")) {
            throw new CannotMakeException("there is no kube-apiserver for " + platform.os());
        }
        try (var http =
                HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            for (var program : new String[] {Binaries.API_SERVER, Binaries.KUBECTL}) {
                var url =
                        "%s/v%s/bin/linux/%s/%s"
                                .formatted(kubernetes, release.version(), platform.arch(), program);
                var expected = get(http, url + ".sha256", BodyHandlers.ofString());
                download(http, url, expected.strip(), into.resolve(program), progress);
            }
            downloadEtcd(http, release, platform, into, progress);
        }
        for (var program : Binaries.NAMES) {
            Files.setPosixFilePermissions(
                    into.resolve(program), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private void downloadEtcd(
            HttpClient http,
            KubernetesRelease release,
            Platform platform,
            Path into,
            Progress progress)
            throws CannotMakeException, IOException, InterruptedException {
        var folder = "etcd-v%s-linux-%s".formatted(release.etcd(), platform.arch());
        var archive = folder + ".tar.gz";
        var base = etcd + "/v" + release.etcd() + "/";
        var sums = get(http, base + "SHA256SUMS", BodyHandlers.ofString());
        var expected =
                sums.lines()
                        .filter(line -> line.endsWith(" " + archive))
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .findFirst()
                        .orElseThrow(() ->
                                new CannotMakeException(
                                        "there is no " + archive + " among etcd's releases"));
        var file = into.resolve(archive);
        download(http, base + archive, expected, file, progress);
        try (var in = Files.newInputStream(file)) {
            if (!TarGz.extract(in, folder + "/etcd", into.resolve(Binaries.ETCD))) {
                throw new CannotMakeException(archive + " holds no etcd");
            }
        }
        Files.delete(file);
    }

    private void download(
            HttpClient http, String url, String sha256, Path target, Progress progress)
            throws CannotMakeException, IOException, InterruptedException {
        try (var step = progress.begin("Downloading " + target.getFileName());
                var in = get(http, url, BodyHandlers.ofInputStream())) {
            var actual = copy(in, target, url);
            if (!actual.equals(sha256.toLowerCase(Locale.ROOT))) {
                throw new CannotMakeException(
                        "%s has the checksum %s instead of %s".formatted(url, actual, sha256));
            }
            step.done();
        }
    }

    private static String copy(InputStream in, Path target, String url)
            throws CannotMakeException, IOException {
        var digest = sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            in.transferTo(out);
        } catch (IOException broken) {
            throw new CannotMakeException(url + " broke off: " + broken.getMessage());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static <T> T get(HttpClient http, String url, BodyHandler<T> handler)
            throws CannotMakeException, InterruptedException {
        HttpResponse<T> response;
        try {
            response =
                    http.send(
                            HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER).build(),
                            handler);
        } catch (IOException unreachable) {
            throw new CannotMakeException(URI.create(url).getAuthority() + " cannot be reached");
        }
        if (response.statusCode() != 200) {
            throw new CannotMakeException(url + " answered " + response.statusCode());
        }
        return response.body();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
