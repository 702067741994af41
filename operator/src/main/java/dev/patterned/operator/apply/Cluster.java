package dev.patterned.operator.apply;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;

/**
 * What applying and pruning need of the cluster.
 *
 * <p>Every method that sends a request throws {@link
 * io.fabric8.kubernetes.client.KubernetesClientException} when the server refuses it or cannot be
 * reached.
 */
public interface Cluster {
    /** The object of this kind, namespace and name as the cache has it; sends nothing. */
    Optional<HasMetadata> cached(HasMetadata object);

    /** Every cached object that the owner with this uid controls; sends nothing. */
    List<HasMetadata> owned(String uid);

    /** The cached Jobs that this CronJob controls; sends nothing. */
    List<Job> runs(CronJob cron);

    /** The object of this kind, namespace and name as the server has it: one GET. */
    Optional<HasMetadata> look(HasMetadata object);

    /** Creates the object; the server answers 409 when anything of that name exists. */
    void create(HasMetadata object);

    /**
     * Makes the live object contain what is desired, if it is still this very object; the server
     * answers 409 when it is gone and 422 when another has its name.
     *
     * @param uid of the live object
     */
    void change(HasMetadata object, String uid);

    /**
     * Makes the object's content exactly what is desired, which {@link #change} cannot: what others
     * put there goes, and so does what the server filled in. Labels and annotations of others stay.
     * A change has to follow, which makes the content ours.
     *
     * @param live the object as it is; the server answers 409 or 422 when another has its name
     */
    void overwrite(HasMetadata object, HasMetadata live);

    /** Deletes the object, if it is still exactly as given; the server answers 409 if not. */
    void delete(HasMetadata object);

    /** The same, but what it controls stays, without a controller. */
    void deleteAlone(HasMetadata object);
}
