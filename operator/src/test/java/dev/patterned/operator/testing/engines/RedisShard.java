package dev.patterned.operator.testing.engines;

import java.nio.file.Path;
import java.util.List;

/** A real redis-server, without files. */
public final class RedisShard implements AutoCloseable {
    private final Path folder;
    private final int port;
    private EngineProcess process;

    /** Starts one on a free port. */
    public RedisShard(Path folder) {
        this.folder = folder;
        this.port = Ports.free();
        this.process = start();
    }

    public int port() {
        return port;
    }

    /** How many keys it holds. */
    public int size() {
        try (var client = new RedisClient(port)) {
            return Integer.parseInt(client.ask("DBSIZE"));
        }
    }

    /** Whether it holds a key. */
    public boolean has(String key) {
        try (var client = new RedisClient(port)) {
            return client.ask("EXISTS", key).equals("1");
        }
    }

    /** Ends it as a crash would. */
    public void kill() {
        process.kill();
    }

    /** Comes back, empty. */
    public void restart() {
        process = start();
    }

    private EngineProcess start() {
        var arguments =
                List.of(
                        "--port",
                        "" + port,
                        "--bind",
                        "127.0.0.1",
                        "--save",
                        "",
                        "--appendonly",
                        "no");
        return EngineProcess.start(Engines.redisServer().with(arguments), folder)
                .awaitReady(() -> Ports.accepts(port));
    }

    @Override
    public void close() {
        process.close();
    }
}
