package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.Inbound;
import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.testing.engines.Command;
import dev.patterned.operator.testing.engines.EngineProcess;
import dev.patterned.operator.testing.engines.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Envoy with the configuration that an ambassador gets, on the loopback. */
final class RunningEnvoy implements AutoCloseable {
    /** Where requests come from: Envoy takes 127.0.0.1 for itself, and names its own address. */
    static final String CALLER = "127.0.0.2";

    private static final Duration VALIDATION = Duration.ofSeconds(20);

    private final Ambassador.Envoy ambassador;
    private final EngineProcess process;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .localAddress(InetAddress.ofLiteral(CALLER))
                    .build();

    private RunningEnvoy(Ambassador.Envoy ambassador, EngineProcess process) {
        this.ambassador = ambassador;
        this.process = process;
    }

    static RunningEnvoy start(Path folder, List<Outbound> outbound, List<Inbound> inbound) {
        return start(folder, Ambassadors.envoy(outbound, inbound));
    }

    static RunningEnvoy start(Path folder, Outbound outbound) {
        return start(folder, List.of(outbound), List.of());
    }

    static RunningEnvoy start(Path folder, Inbound inbound) {
        return start(folder, List.of(), List.of(inbound));
    }

    static RunningEnvoy start(Path folder, Ambassador.Envoy ambassador) {
        write(folder, EnvoyBootstrap.files(ambassador));
        var process = EngineProcess.start(Engines.envoy().with(arguments(folder)), folder);
        var envoy = new RunningEnvoy(ambassador, process);
        process.awaitReady(envoy::isReady);
        return envoy;
    }

    /** What Envoy itself says of a configuration. */
    static Command validate(Path folder, Map<String, String> files) {
        write(folder, files);
        var words = new ArrayList<String>();
        words.add(Engines.envoy().path().toString());
        words.addAll(arguments(folder));
        words.addAll(List.of("--mode", "validate"));
        return Command.run(folder, VALIDATION, words);
    }

    /** The paths of a container become those of a folder. */
    private static void write(Path folder, Map<String, String> files) {
        try {
            for (var file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), moved(file.getValue(), folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(Path folder) {
        return EnvoyBootstrap.ARGUMENTS.stream().map(word -> moved(word, folder)).toList();
    }

    /** Where a path of a container is in a test. */
    static String moved(String text, Path folder) {
        return text.replace(TlsFiles.ROOT, folder + "/tls/")
                .replace(EnvoyBootstrap.DIRECTORY + "/", folder + "/");
    }

    private boolean isReady() {
        try {
            return status("/ready").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    EngineProcess process() {
        return process;
    }

    HttpResponse<String> status(String path) {
        return get(ambassador.statusPort(), path);
    }

    HttpResponse<String> getFromAdmin(String path) {
        return get(ambassador.adminPort(), path);
    }

    HttpResponse<String> postToAdmin(String path) {
        return post(ambassador.adminPort(), path);
    }

    HttpResponse<String> get(int port, String path, String... headers) {
        return send(request(port, path, headers).GET().build());
    }

    HttpResponse<String> post(int port, String path, String... headers) {
        return send(request(port, path, headers).POST(BodyPublishers.ofString("x")).build());
    }

    static HttpRequest.Builder request(int port, String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(EngineProcess.PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
