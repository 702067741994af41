package dev.patterned.operator.reconcile;

import dev.patterned.operator.config.LeaderElection;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This process's part in the election of a leader. */
final class Leadership {
    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

    private final LeaderElection election;
    private final KubernetesClient client;
    private final Consumer<String> fatal;
    private volatile boolean stopping;

    /**
     * For one run.
     *
     * @param fatal called when leadership is lost: who goes on would write beside the new leader
     */
    Leadership(LeaderElection election, KubernetesClient client, Consumer<String> fatal) {
        this.election = election;
        this.client = client;
        this.fatal = fatal;
    }

    LeaderElectionConfiguration configuration() {
        return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(election.lease())
                .withLeaseNamespace(election.namespace())
                .withIdentity(election.identity())
                .withLeaderCallbacks(
                        new LeaderCallbacks(
                                () -> LOG.info("Leading as {}", election.identity()),
                                this::lost,
                                leader -> LOG.info("The leader is {}", leader)))
                .build();
    }

    private void lost() {
        if (!stopping) {
            fatal.accept("Leadership was lost");
        }
    }

    /** From now on the end of leadership is wanted. */
    void stopping() {
        stopping = true;
    }

    /** Hands the Lease back, so that the next leader need not wait until it has run out. */
    void release() {
        var leases = client.leases().inNamespace(election.namespace()).withName(election.lease());
        try {
            var lease = leases.get();
            if (lease == null || !election.identity().equals(lease.getSpec().getHolderIdentity())) {
                return;
            }
            lease.getSpec().setHolderIdentity("");
            lease.getSpec().setLeaseDurationSeconds(1);
            client.resource(lease).lockResourceVersion().update();
        } catch (KubernetesClientException error) {
            LOG.info("The Lease could not be released; it runs out: {}", error.getMessage());
        }
    }
}
