package dev.patterned.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.operator.model.AppId;
import dev.patterned.operator.model.Target;
import dev.patterned.operator.observe.Awaited.State;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What app "a" gets to hear of what it waits for. */
class AwaitingTest {
    private final Map<String, PatternedApp> apps = new TreeMap<>();
    private final Map<String, Job> jobs = new TreeMap<>();
    private final Set<String> latches = new TreeSet<>();

    @Test
    void anAppIsDoneWhenItIsReadyWithItsNewestSpec() {
        put("a", "dependencies: [{name: w, app: {name: b}}]", "");
        assertThat(awaited().message()).isEqualTo("no PatternedApp b in this namespace yet");
        put("b", "replicas: 1", "");
        assertThat(awaited().message()).isEqualTo("app b: no report on its newest spec yet");
        put("b", "replicas: 1", ready("True", 1));
        assertThat(awaited().state()).isEqualTo(State.PENDING);
        put("b", "replicas: 1", ready("False", 2));
        assertThat(awaited().message()).isEqualTo("app b is not ready (Why)");
        put("b", "replicas: 1", ready("True", 2));
        assertThat(awaited()).isEqualTo(Awaited.DONE);
    }

    @Test
    void aLatchSaysWhatWasDoneOnce() {
        put("a", "dependencies: [{name: w, app: {name: b}}]", "");
        latches.add("a app b");
        assertThat(awaited()).isEqualTo(Awaited.DONE);
    }

    @Test
    void anAppThatIsAJobIsDoneWithItsJobAndNoOther() {
        put("a", "dependencies: [{name: w, app: {name: b}}]", "");
        put("b", "workload: {kind: Job}", ready("False", 2));
        jobs.put("b", job("uid-of-another"));
        assertThat(awaited().state()).isEqualTo(State.MISSING);
        jobs.put("b", job("uid-b"));
        assertThat(awaited()).isEqualTo(Awaited.DONE);
        jobs.clear();
        put("b", "workload: {kind: Job}", ready("True", 2));
        assertThat(awaited()).isEqualTo(Awaited.DONE);
    }

    @Test
    void appsThatWaitForEachOtherInAnyWayAreACircle() {
        put("a", "dependencies: [{name: w, app: {name: b}}]", "");
        put("b", "dependencies: [{name: w, service: {name: door-of-c, port: 80}}]", "");
        put("c", "workload: {kind: Job}, dependencies: [{name: w, job: {name: d}}]", "");
        put("d", "workload: {kind: Job}, dependencies: [{name: w, app: {name: a}}]", "");
        assertThat(awaited().message()).startsWith("a → b → c → d → a wait for each other");
    }

    @Test
    void aWaitThatIsOpenClosesNoCircle() {
        put("a", "dependencies: [{name: w, app: {name: b}}]", "");
        put("b", "dependencies: [{name: w, app: {name: a}}]", ready("False", 2));
        assertThat(awaited().state()).isEqualTo(State.CYCLE);
        latches.add("b app a");
        assertThat(awaited().state()).isEqualTo(State.PENDING);
    }

    @Test
    void aServiceThatOnePodAnswersBehindClosesNoCircle() {
        put("a", "dependencies: [{name: w, app: {name: b}}]", "");
        put("b", "dependencies: [{name: w, service: {name: door-of-a, port: 80}}]", "");
        assertThat(awaited().state()).isEqualTo(State.CYCLE);
        put("a", "dependencies: [{name: w, app: {name: b}}]", "readyReplicas: 1");
        assertThat(awaited().state()).isEqualTo(State.PENDING);
    }

    @Test
    void aWaitThatGoesOnOrOnlyAsksForANameClosesNoCircle() {
        put("a", "dependencies: [{name: w, app: {name: b}}]", "");
        put("b", "dependencies: [{name: w, app: {name: a}, onTimeout: Continue}]", "");
        assertThat(awaited().state()).isEqualTo(State.PENDING);
        put(
                "b",
                "dependencies: [{name: w, service: {name: door-of-a, port: 80, condition: Exists}}]",
                "");
        assertThat(awaited().state()).isEqualTo(State.PENDING);
    }

    @Test
    void aWaitOnAServiceIsThePodsMatterUnlessItClosesACircle() {
        put("a", "dependencies: [{name: w, service: {name: door-of-b, port: 80}}]", "");
        put("b", "replicas: 1", "");
        assertThat(all()).isEmpty();
        put("b", "dependencies: [{name: w, app: {name: a}}]", "");
        assertThat(awaited().message()).startsWith("a → b → a");
    }

    @Test
    void waitsOnAddressesCloseCirclesLikeWaitsOnServices() {
        put("a", "dependencies: [{name: w, tcp: {host: door-of-b.demo.svc, port: 80}}]", "");
        put("b", "dependencies: [{name: w, http: {url: 'http://door-of-c/'}}]", "");
        put("c", "dependencies: [{name: w, grpc: {host: door-of-d.demo, port: 80}}]", "");
        put(
                "d",
                "dependencies: [{name: w, outbound: {name: shop}}], ambassadors: [{name: door,"
                        + " outbound: [{name: shop, port: 8080, upstreams: [{service: {name:"
                        + " door-of-a}, port: 80}]}]}]",
                "");
        assertThat(awaited().message()).startsWith("a → b → c → d → a wait for each other");
        put("c", "dependencies: [{name: w, grpc: {host: door-of-d.other, port: 80}}]", "");
        assertThat(all()).isEmpty();
    }

    private Awaited awaited() {
        var all = all();
        assertThat(all).hasSize(1);
        return all.values().iterator().next();
    }

    private Map<Target, Awaited> all() {
        return switch (Validator.validate(Objects.requireNonNull(apps.get("a")))) {
            case Verdict.Accepted(var app, _) -> Awaiting.of(app, new Village());
            case Verdict.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    /** Every app lists a Service {@code door-of-NAME}, and has had one edit. */
    private void put(String name, String spec, String status) {
        apps.put(
                name,
                Serialization.unmarshal(
                        """
                        metadata: {name: %s, namespace: demo, uid: uid-%s, generation: 2}
                        spec:
                          {main: {image: 'a:1', ports: [{name: http, containerPort: 80}]},
                           services: [{name: door-of-%s, ports: [{name: http, port: 80}]}], %s}
                        status: {%s}
                        """
                                .formatted(name, name, name, spec, status),
                        PatternedApp.class));
    }

    private static String ready(String status, int generation) {
        return "observedGeneration: %d, conditions: [{type: Ready, status: '%s', reason: Why}]"
                .formatted(generation, status);
    }

    private static Job job(String owner) {
        return Serialization.unmarshal(
                """
                metadata: {name: b, ownerReferences: [{controller: true, uid: %s}]}
                status: {conditions: [{type: Complete, status: 'True'}]}
                """
                        .formatted(owner),
                Job.class);
    }

    private final class Village implements Neighbourhood {
        @Override
        public Optional<Job> job(String name) {
            return Optional.ofNullable(jobs.get(name));
        }

        @Override
        public Optional<PatternedApp> app(String name) {
            return Optional.ofNullable(apps.get(name));
        }

        @Override
        public Optional<PatternedAppSpec> spec(String app) {
            return app(app).map(found -> found.getSpec());
        }

        @Override
        public List<String> listing(String service) {
            return apps.keySet().stream()
                    .filter(name -> service.equals("door-of-" + name))
                    .toList();
        }

        @Override
        public boolean latched(AppId app, Target target) {
            return latches.contains(app.name() + " " + target.label());
        }
    }
}
