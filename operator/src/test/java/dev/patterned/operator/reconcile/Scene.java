package dev.patterned.operator.reconcile;

import static org.awaitility.Awaitility.await;

import dev.patterned.api.v1alpha1.DependencyStatus;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.config.Clients;
import dev.patterned.operator.config.OperatorConfig;
import dev.patterned.operator.testing.AuditLog;
import dev.patterned.operator.testing.AuditedRequest;
import dev.patterned.operator.testing.Sandbox;
import dev.patterned.operator.testing.SilentPath;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.ResourceNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One operator that watches one test's namespace, and what tests do around it. */
final class Scene implements AutoCloseable {
    private static final String OPERATOR = Clients.USER_AGENT;

    /** Shorter than an operator's own, so that tests of it need not wait so long. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final int EDITS = 10;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Sandbox sandbox;
    private final OperatorConfig config;
    private final KubernetesClient operatorClient;
    private AuditLog log;
    private RunningOperator operator;

    private Scene(
            Sandbox sandbox,
            Config client,
            OperatorConfig config,
            Function<PatternedApp, Verdict> validator) {
        this.sandbox = sandbox;
        this.config = config;
        this.operatorClient = Clients.create(client);
        this.log = sandbox.audit().fromNow(sandbox.namespace());
        this.operator = OperatorRunner.start(operatorClient, config, validator, _ -> {});
    }

    static Scene start(Sandbox sandbox) {
        return start(sandbox, Validator::validate);
    }

    /** With an operator whose validator is another. */
    static Scene start(Sandbox sandbox, Function<PatternedApp, Verdict> validator) {
        return new Scene(
                sandbox, Config.fromKubeconfig(sandbox.kubeconfig()), config(sandbox), validator);
    }

    /** With an operator that is configured otherwise. */
    static Scene startWith(Sandbox sandbox, UnaryOperator<OperatorConfig> change) {
        return new Scene(
                sandbox,
                Config.fromKubeconfig(sandbox.kubeconfig()),
                change.apply(config(sandbox)),
                Validator::validate);
    }

    /** With an operator whose connections go another way. */
    static Scene startBy(Sandbox sandbox, SilentPath path) {
        var config = Config.fromKubeconfig(sandbox.kubeconfig());
        config.setMasterUrl(path.url());
        return new Scene(sandbox, config, config(sandbox), Validator::validate);
    }

    /** With an operator that has only that user's rights. */
    static Scene startAs(Sandbox sandbox, String user) {
        var config = Config.fromKubeconfig(sandbox.kubeconfig());
        config.setImpersonateUsername(user);
        config.setImpersonateGroups("system:authenticated");
        return new Scene(sandbox, config, config(sandbox), Validator::validate);
    }

    static OperatorConfig config(Sandbox sandbox) {
        return OperatorConfig.embedded()
                .withLookAgain(LOOK_AGAIN)
                .withNamespaces(new TreeSet<>(List.of(sandbox.namespace())));
    }

    /** What happens between the end of one operator and the start of the next. */
    void whileStopped(Runnable change) {
        stop();
        change.run();
        operator = OperatorRunner.start(operatorClient, config);
    }

    KubernetesClient client() {
        return sandbox.client();
    }

    /** A new operator process, as far as one JVM can show it. */
    void restart() {
        whileStopped(() -> {});
    }

    /** Only ends the operator; the rest stays. */
    void stop() {
        operator.close();
    }

    /** Creates the app that the YAML describes, as a user would. */
    PatternedApp create(String yaml) {
        return create(client().getKubernetesSerialization().unmarshal(yaml, PatternedApp.class));
    }

    PatternedApp create(PatternedApp app) {
        app.getMetadata().setNamespace(sandbox.namespace());
        return client().resource(app).create();
    }

    /** Replaces the spec of an app by that of the YAML. */
    void replace(String yaml) {
        var desired = client().getKubernetesSerialization().unmarshal(yaml, PatternedApp.class);
        edit(
                desired.getMetadata().getName(),
                app -> {
                    app.setSpec(desired.getSpec());
                    return app;
                });
    }

    /** As a person would: again where the operator's status came between reading and writing. */
    void edit(String name, UnaryOperator<PatternedApp> change) {
        for (var attempt = 1; ; attempt++) {
            try {
                client().resources(PatternedApp.class).withName(name).edit(change);
                return;
            } catch (KubernetesClientException conflict) {
                if (conflict.getCode() != HttpURLConnection.HTTP_CONFLICT || attempt == EDITS) {
                    throw conflict;
                }
            }
        }
    }

    PatternedApp app(String name) {
        return client().resources(PatternedApp.class).withName(name).require();
    }

    /** The status of a condition, or "absent". */
    String condition(String name, String type) {
        return conditions(name).stream()
                .filter(condition -> condition.getType().equals(type))
                .map(Condition::getStatus)
                .findFirst()
                .orElse("absent");
    }

    String readyReason(String name) {
        return conditions(name).stream()
                .filter(condition -> condition.getType().equals("Ready"))
                .map(Condition::getReason)
                .findFirst()
                .orElse("absent");
    }

    String readyMessage(String name) {
        return conditions(name).stream()
                .filter(condition -> condition.getType().equals("Ready"))
                .map(Condition::getMessage)
                .findFirst()
                .orElse("absent");
    }

    /** The row of a wait. */
    DependencyStatus dependency(String name, String wait) {
        return app(name).getStatus().dependencies().stream()
                .filter(row -> row.name().equals(wait))
                .findFirst()
                .orElseThrow();
    }

    private List<Condition> conditions(String name) {
        var status = app(name).getStatus();
        return status == null ? List.of() : status.conditions();
    }

    /** Waits until the operator has looked at the newest spec and written so. */
    void awaitSeen(String name) {
        await("status of " + name)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> isSeen(app(name)));
    }

    private static boolean isSeen(PatternedApp app) {
        var status = app.getStatus();
        return status != null
                && app.getMetadata().getGeneration().equals(status.observedGeneration());
    }

    /** What is gone when the condition looks is only not there yet: a look is several requests. */
    void awaitThat(String what, Callable<Boolean> condition) {
        await(what)
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .ignoreException(ResourceNotFoundException.class)
                .until(condition);
    }

    /** Waits for passes to end, counted from the operator's start. */
    void awaitPasses(long least) {
        awaitThat(least + " passes", () -> passes() >= least);
    }

    /** Passes that ended well since the operator's start. */
    long passes() {
        return metrics()
                .lines()
                .filter(line -> line.startsWith("patterned_reconciliations_success_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.replaceFirst(".* ", "")))
                .sum();
    }

    String metrics() {
        return get("/metrics").body();
    }

    HttpResponse<String> get(String path) {
        var uri = URI.create("http://127.0.0.1:" + operator.httpPort() + path);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** What the operator wrote here since the scene's start or the last {@link #forget}. */
    List<AuditedRequest> writes() {
        return log.writes(OPERATOR, sandbox.namespace());
    }

    /** Every request of the operator to this namespace, reads included. */
    List<AuditedRequest> requests() {
        return log.requests(sandbox.namespace()).stream()
                .filter(request -> request.userAgent().startsWith(OPERATOR))
                .toList();
    }

    /** Counts from here on. */
    void forget() {
        log = sandbox.audit().fromNow(sandbox.namespace());
    }

    @Override
    public void close() {
        operator.close();
        operatorClient.close();
    }
}
