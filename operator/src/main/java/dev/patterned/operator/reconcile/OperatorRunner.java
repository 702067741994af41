package dev.patterned.operator.reconcile;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.apply.Lanes;
import dev.patterned.operator.config.OperatorConfig;
import dev.patterned.operator.health.HttpEndpoints;
import dev.patterned.operator.health.Preflight;
import dev.patterned.operator.metrics.OperatorMetrics;
import dev.patterned.operator.resources.Child;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the operator inside any process, as often as wanted.
 *
 * <p>Nothing here ends the process. What leaves the operator unable to go on (leadership lost, a
 * watch that cannot be kept) is told to the caller, and {@code /livez} fails from then on.
 */
public final class OperatorRunner {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorRunner.class);

    /** The watch of a kind that was taken out of the cluster is not healthy, and no trouble. */
    private static final Set<String> OPTIONAL =
            Child.OPTIONAL_KINDS.stream()
                    .map(OptionalKinds::source)
                    .collect(Collectors.toUnmodifiableSet());

    private final KubernetesClient client;
    private final OperatorConfig config;
    private final Function<PatternedApp, Verdict> validator;
    private final Consumer<String> fatal;
    private final OperatorMetrics metrics = new OperatorMetrics();
    private final AtomicBoolean dead = new AtomicBoolean();

    private OperatorRunner(
            KubernetesClient client,
            OperatorConfig config,
            Function<PatternedApp, Verdict> validator,
            Consumer<String> fatal) {
        this.client = client;
        this.config = config;
        this.validator = validator;
        this.fatal = fatal;
    }

    /** The same, for a caller that only logs what is fatal. */
    public static RunningOperator start(KubernetesClient client, OperatorConfig config) {
        return start(client, config, reason -> LOG.error("{}", reason));
    }

    /**
     * Checks what must be there and starts; returns when the caches are filled.
     *
     * @param client stays the caller's to close, after the operator
     * @param fatal told, at most a few times, why the operator cannot go on
     * @throws dev.patterned.operator.health.CannotStartException when something is missing
     */
    public static RunningOperator start(
            KubernetesClient client, OperatorConfig config, Consumer<String> fatal) {
        return start(client, config, Validator::validate, fatal);
    }

    /** With another validator, such as one that fails over one app. */
    static RunningOperator start(
            KubernetesClient client,
            OperatorConfig config,
            Function<PatternedApp, Verdict> validator,
            Consumer<String> fatal) {
        new Preflight(client).check(config);
        return new OperatorRunner(client, config, validator, fatal).start();
    }

    private RunningOperator start() {
        var leadership =
                config.leaderElection()
                        .map(election -> new Leadership(election, client, this::die));
        var operator = new Operator(overrider -> configure(overrider, leadership));
        var endpoints =
                HttpEndpoints.start(
                        config.httpHost(),
                        config.httpPort(),
                        () -> !dead.get(),
                        () -> isReady(operator),
                        metrics::scrape);
        var passes = new Passes(config.stopTimeout());
        var running = new RunningOperator(operator, passes, endpoints, metrics, leadership);
        try {
            var reconciler =
                    new PatternedAppReconciler(
                            validator,
                            client,
                            metrics,
                            InstantSource.system(),
                            NextLook.every(config.lookAgain()),
                            passes,
                            new Lanes(config.workers()),
                            config.watchSecrets());
            operator.register(reconciler, this::configure);
            operator.start();
            return running;
        } catch (RuntimeException error) {
            running.close();
            throw error;
        }
    }

    /** Asked anew each time: the framework's answer holds the controllers of that moment. */
    private static boolean isReady(Operator operator) {
        var runtime = operator.getRuntimeInfo();
        return runtime.isStarted()
                && runtime.unhealthyEventSources().values().stream()
                        .allMatch(unhealthy -> OPTIONAL.containsAll(unhealthy.keySet()));
    }

    /** Called twice by the framework, so that nothing is created in it. */
    private void configure(
            ConfigurationServiceOverrider overrider, Optional<Leadership> leadership) {
        overrider
                .withKubernetesClient(client)
                .withCloseClientOnStop(false)
                .withMetrics(metrics.reconciliations())
                .withConcurrentReconciliationThreads(config.workers())
                .withReconciliationTerminationTimeout(config.stopTimeout())
                .withInformerStoppedHandler((informer, error) -> {
                    if (error != null && informer.hasSynced()) {
                        die("A watch cannot be kept: " + error.getMessage());
                    }
                });
        leadership
                .map(Leadership::configuration)
                .ifPresent(overrider::withLeaderElectionConfiguration);
    }

    private void configure(ControllerConfigurationOverrider<PatternedApp> overrider) {
        overrider.withRetry(new CappedRetry()).withInformerListLimit(Caches.PAGE_OF_APPS);
        if (!config.namespaces().isEmpty()) {
            overrider.settingNamespaces(config.namespaces());
        }
        Caches.<PatternedApp>slim(config.namespaces().size()).ifPresent(overrider::withItemStore);
    }

    private void die(String reason) {
        dead.set(true);
        fatal.accept(reason);
    }
}
