package dev.patterned.operator.controlplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.patterned.operator.controlplane.BinaryMaker.CannotMakeException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a web server on loopback in upstream's place. */
class UpstreamDownloadTest {

    private static final String BIN = "/release/v1.37.2/bin/linux/amd64/";
    private static final String ETCD = "/etcd/v3.7.0/";
    private static final String ARCHIVE = "etcd-v3.7.0-linux-amd64.tar.gz";

    @TempDir Path into;

    private final Map<String, byte[]> files = new HashMap<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var body = files.get(exchange.getRequestURI().getPath());
                    exchange.sendResponseHeaders(
                            body == null ? 404 : 200, body == null ? -1 : body.length);
                    if (body != null) {
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
        server.start();
        for (var program : new String[] {"kube-apiserver", "kubectl"}) {
            files.put(BIN + program, bytes("the " + program));
            files.put(BIN + program + ".sha256", bytes(sha256(bytes("the " + program))));
        }
        var archive = tarGz("etcd-v3.7.0-linux-amd64/etcd", "the etcd");
        files.put(ETCD + ARCHIVE, archive);
        files.put(
                ETCD + "SHA256SUMS",
                bytes("00  other.tar.gz\n" + sha256(archive) + "  " + ARCHIVE + "\n"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void getsTheThreeProgramsReadyToRun() throws Exception {
        download("linux");

        assertThat(new Binaries(into).missing()).isEmpty();
        assertThat(into.resolve("kubectl")).hasContent("the kubectl");
        assertThat(into.resolve("etcd")).hasContent("the etcd");
        assertThat(into.resolve(ARCHIVE)).doesNotExist();
    }

    @Test
    void refusesAFileWithAnotherChecksum() {
        files.put(BIN + "kubectl.sha256", bytes("c0ffee"));

        assertThatThrownBy(() -> download("linux"))
                .isInstanceOf(CannotMakeException.class)
                .hasMessageEndingWith(
                        BIN
                                + "kubectl has the checksum "
                                + sha256(bytes("the kubectl"))
                                + " instead of c0ffee");
    }

    @Test
    void saysWhichFileUpstreamDoesNotHave() {
        files.remove(BIN + "kubectl");

        assertThatThrownBy(() -> download("linux"))
                .isInstanceOf(CannotMakeException.class)
                .hasMessageEndingWith(BIN + "kubectl answered 404");
    }

    @Test
    void givesUpAtOnceWhereNothingAnswers() {
        var authority = "127.0.0.1:" + server.getAddress().getPort();
        server.stop(0);

        assertThatThrownBy(() -> download("linux"))
                .isInstanceOf(CannotMakeException.class)
                .hasMessage(authority + " cannot be reached");
    }

    @Test
    void knowsThatUpstreamHasServersForLinuxOnly() {
        assertThatThrownBy(() -> download("darwin"))
                .isInstanceOf(CannotMakeException.class)
                .hasMessage("there is no kube-apiserver for darwin");
    }

    private void download(String os) throws Exception {
        var base = "http://127.0.0.1:" + server.getAddress().getPort();
        new UpstreamDownload(base + "/release", base + "/etcd")
                .make(KubernetesRelease.NEWEST, new Platform(os, "amd64"), into, Progress.silent());
    }

    private static byte[] tarGz(String name, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new GZIPOutputStream(out)) {
            tar.write(entry("etcd-v3.7.0-linux-amd64/README.md", "x".repeat(600)));
            tar.write(entry(name, content));
            tar.write(new byte[1024]);
        }
        return out.toByteArray();
    }

    private static byte[] entry(String name, String content) {
        var header =
                "%s%s%011o\0".formatted(name, "\0".repeat(124 - name.length()), content.length());
        var blocks = Math.ceilDiv(content.length(), 512);
        return bytes(
                header
                        + "\0".repeat(512 - header.length())
                        + content
                        + "\0".repeat(blocks * 512 - content.length()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
