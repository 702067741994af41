package dev.patterned.operator.plan.twemproxy;

import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.Outbound;
import dev.patterned.operator.model.Outbound.OutboundProtocol;
import dev.patterned.operator.model.Outbound.Upstream;
import dev.patterned.operator.plan.Script;
import dev.patterned.operator.testing.engines.Command;
import dev.patterned.operator.testing.engines.EngineProcess;
import dev.patterned.operator.testing.engines.Engines;
import dev.patterned.operator.testing.engines.Engines.Program;
import dev.patterned.operator.testing.engines.Ports;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Twemproxy under its script, with the configuration that an ambassador gets. */
final class RunningTwemproxy implements AutoCloseable {
    private final EngineProcess process;

    private RunningTwemproxy(EngineProcess process) {
        this.process = process;
    }

    static RunningTwemproxy start(Path folder, Outbound outbound) {
        var ambassador = ambassador(outbound);
        var running = run(folder, TwemproxyConfig.yaml(ambassador), ambassador.statusPort());
        running.process()
                .awaitReady(() ->
                        Ports.accepts(ambassador.statusPort()) && Ports.accepts(outbound.port()));
        return running;
    }

    /** Starts the script whether or not the configuration is a good one. */
    static RunningTwemproxy run(Path folder, String configuration, int statusPort) {
        try {
            var script = Files.writeString(folder.resolve("twemproxy.sh"), Script.TWEMPROXY.text());
            var file = Files.writeString(folder.resolve(TwemproxyConfig.FILE), configuration);
            var twemproxy = Engines.twemproxy();
            var builder =
                    new Program(Path.of("/bin/sh"), twemproxy.libraries())
                            .with(List.of(script.toString()));
            builder.environment().put("PATH", twemproxy.path().getParent() + ":/usr/bin:/bin");
            builder.environment().put("CONFIG", file.toString());
            builder.environment().put("STATUS_PORT", "" + statusPort);
            return new RunningTwemproxy(EngineProcess.start(builder, folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What twemproxy itself says of a configuration. */
    static Command validate(Path folder, String configuration) {
        try {
            var file = Files.writeString(folder.resolve(TwemproxyConfig.FILE), configuration);
            var words = List.of(Engines.twemproxy().path().toString(), "-t", "-c", file.toString());
            return Command.run(folder, Duration.ofSeconds(10), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ambassador.Twemproxy ambassador(Outbound... outbound) {
        return new Ambassador.Twemproxy(
                "cache",
                "twemproxy",
                null,
                new ResourceRequirements(),
                List.of(outbound),
                Ports.free());
    }

    static Outbound ring(boolean rehash, Upstream... shards) {
        return new Outbound(
                "my-cache",
                Ports.free(),
                new OutboundProtocol.Redis(rehash),
                List.of(shards),
                Duration.ofSeconds(1),
                100,
                Optional.empty());
    }

    static Upstream shard(String name, String host, int port) {
        return new Upstream(name, host, port, Optional.empty(), OptionalInt.empty());
    }

    EngineProcess process() {
        return process;
    }

    /** The script passes SIGTERM on; without it twemproxy would stay. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.terminate();
        }
    }
}
