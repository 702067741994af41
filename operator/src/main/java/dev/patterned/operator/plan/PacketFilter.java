package dev.patterned.operator.plan;

import dev.patterned.operator.model.App;
import dev.patterned.operator.model.HelperResources;
import dev.patterned.operator.model.Images;
import dev.patterned.operator.model.Isolation;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.Map;
import java.util.Objects;

/**
 * The first init container of an app that is isolated by filter rules: it loads them and ends. No
 * shell: one program reads one file.
 */
final class PacketFilter {
    private static final String DIRECTORY = "/etc/patterned-filter";
    private static final String FILE = "rules.nft";
    private static final String CONFIG = "packet-filter";

    private PacketFilter() {}

    static Contribution contribute(App app) {
        var config = new ConfigFiles(CONFIG, Map.of(FILE, FilterRules.text(app)), ConfigFiles.READ);
        return Contribution.by("isolation")
                .place(Stage.PACKET_FILTER, container(app, config))
                .config(config)
                .build();
    }

    private static Container container(App app, ConfigFiles config) {
        return new ContainerBuilder()
                .withName(Isolation.CONTAINER)
                .withImage(Images.NFT)
                .withCommand("nft", "-f", DIRECTORY + "/" + FILE)
                .withResources(
                        HelperResources.beside(
                                Objects.requireNonNullElseGet(
                                        app.main().container().getResources(),
                                        ResourceRequirements::new)))
                .withSecurityContext(securityContext())
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .addToVolumeMounts(config.mount(DIRECTORY))
                .build();
    }

    /**
     * The only container with a right over the Pod's network, and only while it runs. Without file
     * capabilities, which an image cannot be asked to have, that takes root.
     */
    private static SecurityContext securityContext() {
        return Helpers.hardened()
                .withRunAsNonRoot(false)
                .withRunAsUser(0L)
                .withRunAsGroup(0L)
                .editCapabilities()
                .withAdd("NET_ADMIN")
                .endCapabilities()
                .build();
    }
}
