package dev.patterned.operator.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.patterned.operator.config.Clients;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** The options of commands that look into a cluster; names and meaning are kubectl's. */
final class ClusterOptions {
    @Option(
            names = "--kubeconfig",
            paramLabel = "PATH",
            description = "The kubeconfig; $KUBECONFIG or ~/.kube/config where not said.")
    private @Nullable Path kubeconfig;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "The context of the kubeconfig; its current one where not said.")
    private @Nullable String context;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "The app's namespace; the context's where not said.")
    private @Nullable String namespace;

    /**
     * A client whose default namespace is the one that was asked for; the caller closes it.
     *
     * @throws UsageException where the file or the context does not exist
     */
    KubernetesClient connect() {
        quiet();
        var config = new ConfigBuilder(config()).build();
        config.setNamespace(
                Optional.ofNullable(namespace)
                        .or(() -> Optional.ofNullable(config.getNamespace()))
                        .orElse("default"));
        return Clients.create(config);
    }

    /** What the library warns of (an API that is not stable) is no news for a command's user. */
    private static void quiet() {
        if (LoggerFactory.getLogger("io.fabric8") instanceof Logger library) {
            library.setLevel(Level.ERROR);
        }
    }

    private Config config() {
        if (kubeconfig != null && !Files.isReadable(kubeconfig)) {
            throw new UsageException("there is no file " + kubeconfig);
        }
        var config =
                kubeconfig == null
                        ? Config.autoConfigure(context)
                        : Config.fromKubeconfig(context, kubeconfig.toFile());
        var found = config.getCurrentContext();
        if (context != null && (found == null || !context.equals(found.getName()))) {
            throw new UsageException("there is no context \"" + context + "\" in the kubeconfig");
        }
        return config;
    }
}
