package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A directory that main writes logs into.
 *
 * @param path absolute, without a trailing slash
 * @param storage where its bytes live
 */
public record LogDirectory(String name, String path, Storage storage) {
    /** Where the bytes of a log directory live. */
    public sealed interface Storage {}

    /**
     * An emptyDir of its own.
     *
     * @param sizeLimit above it the kubelet evicts the Pod
     * @param medium {@code Memory}, or null for the node's disk
     */
    public record Scratch(Quantity sizeLimit, @Nullable String medium) implements Storage {}

    /** One of the user's volumes. */
    public record UserVolume(String volume) implements Storage {}
}
