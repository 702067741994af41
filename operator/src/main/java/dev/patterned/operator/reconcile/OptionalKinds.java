package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.apply.Outcome;
import dev.patterned.operator.health.Discovery;
import dev.patterned.operator.resources.Child;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kinds that not every cluster knows: looked for at start and, while an app wants one, once in a
 * while; watched from when they are there.
 *
 * <p>That a cluster comes to know a kind is no event that the operator may see in every
 * installation: CustomResourceDefinitions belong to no namespace. The watch of one that goes is
 * kept: it is quiet until the kind comes back.
 */
final class OptionalKinds {
    private static final Logger LOG = LoggerFactory.getLogger(OptionalKinds.class);

    private final InstantSource clock;
    private final Duration interval;
    private final Map<Class<?>, Instant> asked = new ConcurrentHashMap<>();

    /** Watched, and not served when we last heard of it. */
    private final Set<Class<?>> gone = ConcurrentHashMap.newKeySet();

    /**
     * For all passes.
     *
     * @param interval between two questions about one kind, however many apps want it
     */
    OptionalKinds(InstantSource clock, Duration interval) {
        this.clock = clock;
        this.interval = interval;
    }

    /** The name of the kind's event source. */
    static String source(Class<? extends HasMetadata> kind) {
        return HasMetadata.getFullResourceName(kind);
    }

    /** Those that the server serves now. */
    static List<Class<? extends HasMetadata>> served(KubernetesClient client) {
        return Child.OPTIONAL_KINDS.stream().filter(kind -> isServed(client, kind)).toList();
    }

    /** The children whose kinds the cluster knows. */
    List<Child> known(List<Child> children, Context<PatternedApp> context) {
        return children.stream().filter(child -> isKnown(child.object(), context)).toList();
    }

    /** What became of the others. */
    static List<Outcome> unknown(List<Child> children, List<Child> known) {
        return children.stream()
                .filter(child -> !known.contains(child))
                .map(Child::object)
                .<Outcome>map(it -> new Outcome.Unknown(it.getKind(), it.getMetadata().getName()))
                .toList();
    }

    /** A refusal because the kind is there no more is none; from then on nothing is sent. */
    Outcome judged(Outcome outcome, KubernetesClient client) {
        if (!(outcome instanceof Outcome.Rejected rejected)
                || rejected.code() != HttpURLConnection.HTTP_NOT_FOUND) {
            return outcome;
        }
        var unserved =
                Child.OPTIONAL_KINDS.stream()
                        .filter(kind -> HasMetadata.getKind(kind).equals(rejected.kind()))
                        .filter(kind -> !isServed(client, kind))
                        .toList();
        gone.addAll(unserved);
        return unserved.isEmpty() ? outcome : new Outcome.Unknown(rejected.kind(), rejected.name());
    }

    private boolean isKnown(HasMetadata object, Context<PatternedApp> context) {
        return Child.OPTIONAL_KINDS.stream()
                .filter(kind -> kind.isInstance(object))
                .allMatch(kind -> isKnown(kind, context));
    }

    private boolean isKnown(Class<? extends HasMetadata> kind, Context<PatternedApp> context) {
        var watched = !context.eventSourceRetriever().getEventSourcesFor(kind).isEmpty();
        if (watched && !gone.contains(kind)) {
            return true;
        }
        if (!isTimeToAsk(kind) || !isServed(context.getClient(), kind)) {
            return false;
        }
        gone.remove(kind);
        if (!watched) {
            watch(kind, context);
        }
        return true;
    }

    private boolean isTimeToAsk(Class<?> kind) {
        var now = clock.instant();
        return asked.merge(
                        kind, now, (before, _) -> before.plus(interval).isAfter(now) ? before : now)
                .equals(now);
    }

    private static boolean isServed(KubernetesClient client, Class<? extends HasMetadata> kind) {
        try {
            return Discovery.serves(client, kind);
        } catch (KubernetesClientException unanswered) {
            LOG.debug("Nobody says whether {} is served", kind.getSimpleName(), unanswered);
            return false;
        }
    }

    private static void watch(Class<? extends HasMetadata> kind, Context<PatternedApp> context) {
        var sources = context.eventSourceRetriever();
        LOG.info("The cluster knows the kind {} now", kind.getSimpleName());
        try {
            sources.dynamicallyRegisterEventSource(
                    EventSources.optional(
                            sources.eventSourceContextForDynamicRegistration(), kind));
        } catch (RuntimeException failure) {
            sources.dynamicallyDeRegisterEventSource(source(kind));
            throw failure;
        }
    }
}
