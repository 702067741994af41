package dev.patterned.operator.testing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A start that worked or failed, remembered so that every test class gets the same answer at once.
 */
record Attempt(@Nullable SharedApiServer server, @Nullable RuntimeException failure)
        implements AutoCloseable {

    SharedApiServer get() {
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(server);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
