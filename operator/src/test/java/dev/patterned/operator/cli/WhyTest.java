package dev.patterned.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.observe.ContainerRole;
import dev.patterned.operator.observe.PodView;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APP =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: web, namespace: shop, uid: '1', generation: 2}
            spec:
              main: {image: httpd}
              dependencies: [{name: db, tcp: {host: db, port: 5432}}]
              sidecars: [{name: sync, image: sync}]
            status:
              observedGeneration: 2
              workload: {apiVersion: apps/v1, kind: Deployment, name: web}
              conditions:
              - {type: Ready, status: 'False', reason: WaitingForDependency, message: 'Pod web-1: waits for db:5432'}
              dependencies: [{name: db, target: 'db:5432', state: Waiting, message: no connection yet}]
              helpers: [{name: sync, type: Sidecar, ready: 0, total: 1}]
            """;

    private static final String POD =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web-1}
            spec:
              nodeName: node1
              initContainers: [{name: db}, {name: sync, restartPolicy: Always}]
              containers: [{name: main}]
            status:
              phase: Pending
              initContainerStatuses:
              - {name: db, ready: false, restartCount: 1, state: {running: {startedAt: '2026-11-22T10:15:02Z'}}}
              - {name: sync, ready: false, restartCount: 0, state: {waiting: {reason: PodInitializing}}}
              containerStatuses:
              - {name: main, ready: false, restartCount: 0, state: {waiting: {reason: PodInitializing}}}
            """;

    private static Why why(String app, List<HasMetadata> children) {
        var found = Serialization.unmarshal(app, PatternedApp.class);
        var accepted = (Verdict.Accepted) Validator.validate(found);
        var pod =
                PodView.of(
                        Serialization.unmarshal(POD, Pod.class),
                        ContainerRole.of(accepted.app(), Map.of()));
        return new Why(
                found,
                children,
                List.of(pod),
                Map.of("web-1/db", "db:5432: connection refused (12s, 6 attempts)"));
    }

    private static HasMetadata deployment() {
        return Serialization.unmarshal(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, uid: '2', ownerReferences: [{uid: '1'}]}
                spec: {replicas: 1}
                """,
                Deployment.class);
    }

    @Test
    void saysTheSentenceAndShowsPodsAndContainersBelowTheWorkload() {
        assertThat(WhyTree.lines(why(APP, List.of(deployment())), false))
                .containsExactly(
                        "web is not ready: Pod web-1: waits for db:5432",
                        "",
                        "PatternedApp/web in shop  WaitingForDependency",
                        "├─ Deployment/web  1 wanted, 0 ready",
                        "│  └─ Pod/web-1  Pending on node1",
                        "│     ├─ wait db         runs since 10:15:02Z, restarted once: waits for db:5432"
                                + " (since 10:15:02Z: no connection yet; kubectl logs web-1 -c db shows"
                                + " each attempt)",
                        "│     │  └─ says:  db:5432: connection refused (12s, 6 attempts)",
                        "│     ├─ sidecar sync    not its turn yet",
                        "│     └─ container main  not its turn yet",
                        "├─ wait db         db:5432 Waiting: no connection yet",
                        "└─ helper sync     Sidecar, ready in 0 of 1 Pods");
    }

    @Test
    void anAutoscalerThatCannotScaleSaysSo() {
        var autoscaler =
                Serialization.unmarshal(
                        """
                        apiVersion: autoscaling/v2
                        kind: HorizontalPodAutoscaler
                        metadata: {name: web, uid: '3', ownerReferences: [{uid: '1'}]}
                        spec: {minReplicas: 2, maxReplicas: 5}
                        status:
                          conditions:
                          - {type: ScaledToZero, status: 'False', message: of 1.37, and fine}
                          - {type: ScalingLimited, status: 'False', message: fine}
                          - {type: ScalingActive, status: 'False', message: no metrics known}
                        """,
                        HorizontalPodAutoscaler.class);
        var budget =
                Serialization.unmarshal(
                        """
                        apiVersion: policy/v1
                        kind: PodDisruptionBudget
                        metadata: {name: web, uid: '4', ownerReferences: [{uid: '1'}]}
                        spec: {minAvailable: 50%}
                        status: {disruptionsAllowed: 1}
                        """,
                        PodDisruptionBudget.class);

        assertThat(WhyTree.lines(why(APP, List.of(autoscaler, budget)), true))
                .contains(
                        "|- HorizontalPodAutoscaler/web  2 to 5 Pods, does not scale: no metrics known",
                        "|- PodDisruptionBudget/web      at least 50% stay, 1 may go now");
    }

    @Test
    void podsStandAloneWhereTheirWorkloadIsGone() {
        assertThat(WhyTree.lines(why(APP, List.of()), true))
                .startsWith(
                        "web is not ready: Pod web-1: waits for db:5432",
                        "",
                        "PatternedApp/web in shop  WaitingForDependency",
                        "|- Pod/web-1    Pending on node1",
                        "|  |- wait db         runs since 10:15:02Z, restarted once: waits for db:5432"
                                + " (since 10:15:02Z: no connection yet; kubectl logs web-1 -c db shows"
                                + " each attempt)");
    }

    @Test
    void toolsGetTheSameInJson() throws Exception {
        var json = JSON.readTree(WhyJson.report(why(APP, List.of())));

        assertThat(json)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"namespace": "shop", "name": "web", "ready": false,
                                 "reason": "WaitingForDependency",
                                 "message": "Pod web-1: waits for db:5432",
                                 "objects": [
                                   {"name": "wait db", "text": "db:5432 Waiting: no connection yet"},
                                   {"name": "helper sync", "text": "Sidecar, ready in 0 of 1 Pods"}],
                                 "pods": [{"name": "web-1", "text": "Pending on node1", "containers": [
                                   {"name": "db", "role": "wait db", "state": "runs since 10:15:02Z",
                                    "ready": false, "reason": "WaitingForDependency",
                                    "message": "waits for db:5432 (since 10:15:02Z: no connection yet; kubectl logs web-1 -c db shows each attempt)",
                                    "said": "db:5432: connection refused (12s, 6 attempts)"},
                                   {"name": "sync", "role": "sidecar sync", "state": "not its turn yet", "ready": false},
                                   {"name": "main", "role": "container main", "state": "not its turn yet", "ready": false}]}]}
                                """));
    }

    @Test
    void anAppThatTheOperatorHasNotSeenIsNotReady() {
        var edited = why(APP.replace("generation: 2}", "generation: 3}"), List.of());
        assertThat(edited.ready()).isFalse();
        assertThat(edited.reason()).isEqualTo("NotSeen");
        assertThat(edited.message()).contains("has not looked at the newest spec");

        var unseen = why(APP.substring(0, APP.indexOf("status:")), List.of());
        assertThat(unseen.message()).contains("has not looked at it yet (is it running");
    }

    @Test
    void aReadyAppIsReady() {
        var ready = APP.replace("'False', reason: WaitingForDependency", "'True', reason: Ready");
        assertThat(why(ready, List.of()).ready()).isTrue();
        assertThat(WhyTree.lines(why(ready, List.of()), false))
                .first()
                .asString()
                .startsWith("web is ready: ");
    }
}
