package dev.patterned.operator.plan.envoy;

import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.Inbound;
import dev.patterned.operator.model.Outbound;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What Envoy reads at its start. */
public final class EnvoyBootstrap {
    /** Where {@link #files} are mounted; some name others by their whole path. */
    public static final String DIRECTORY = "/etc/patterned";

    /** The file that {@code envoy --config-path} takes. */
    public static final String FILE = "envoy.json";

    /**
     * What the program is started with. Without the second it writes shared memory; a second thread
     * would count limits on its own.
     */
    public static final List<String> ARGUMENTS =
            List.of(
                    "--config-path",
                    DIRECTORY + "/" + FILE,
                    "--disable-hot-restart",
                    "--concurrency",
                    "1",
                    "--drain-time-s",
                    "5",
                    "--log-level",
                    "warn",
                    "--log-format",
                    "%Y-%m-%dT%T.%eZ %l %n %v");

    private EnvoyBootstrap() {}

    /** Every file by its name: {@link #FILE}, and one for each outbound listener with TLS. */
    public static SortedMap<String, String> files(Ambassador.Envoy envoy) {
        var files = new TreeMap<String, String>();
        files.put(FILE, json(envoy));
        envoy.outbound().forEach(outbound -> files.putAll(UpstreamSocket.files(outbound)));
        return files;
    }

    /** Names, as Envoy's administration says them, of all that a listener's calls go through. */
    public static List<String> clusters(Outbound outbound) {
        return OutboundClusters.clusters(outbound).stream()
                .map(cluster -> cluster.text("name"))
                .toList();
    }

    /** The text of {@link #FILE}. */
    public static String json(Ambassador.Envoy envoy) {
        var listeners = new ArrayList<Message>();
        var clusters = new ArrayList<Message>();
        for (Outbound outbound : envoy.outbound()) {
            listeners.add(OutboundListeners.listener(outbound));
            clusters.addAll(OutboundClusters.clusters(outbound));
            listeners.addAll(OutboundListeners.inside(outbound));
        }
        for (Inbound inbound : envoy.inbound()) {
            listeners.add(InboundListeners.listener(inbound));
            clusters.addAll(InboundClusters.clusters(inbound));
        }
        listeners.add(Administration.statusListener(envoy.statusPort()));
        clusters.add(Administration.cluster(envoy.adminPort()));
        return Message.of()
                // Files with secrets are only watched by an Envoy that has a name.
                .with("node", Message.of().with("id", envoy.name()).with("cluster", "patterned"))
                .with("admin", Administration.admin(envoy.adminPort()))
                .with("bootstrap_extensions", List.of(FixedRing.extension()))
                .with("overload_manager", Administration.overload())
                .with(
                        "static_resources",
                        Message.of().with("listeners", listeners).with("clusters", clusters))
                .text();
    }
}
