package dev.patterned.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "apps/v1; kind: Deployment; spec: {replicas: 2}; status: {readyReplicas: 1}|2 wanted, 1 ready",
                "apps/v1; kind: StatefulSet; spec: {replicas: 3}|3 wanted, 0 ready",
                "apps/v1; kind: DaemonSet; spec: {}; status: {desiredNumberScheduled: 4, numberReady: 3}|4 wanted, 3 ready",
                "batch/v1; kind: Job; spec: {}|0 of 1 completed, 0 running, 0 failed",
                "batch/v1; kind: Job; spec: {completions: 3}; status: {succeeded: 1, active: 2, failed: 1}|1 of 3 completed, 2 running, 1 failed",
                "batch/v1; kind: Job; spec: {}; status: {failed: 1, conditions: [{type: Failed, status: 'True', reason: BackoffLimitExceeded}]}|0 of 1 completed, 0 running, 1 failed: BackoffLimitExceeded",
                "batch/v1; kind: CronJob; spec: {schedule: 0 4 * * *}|at \"0 4 * * *\", 0 running",
                "batch/v1; kind: CronJob; spec: {schedule: 0 4 * * *, suspend: true}; status: {active: [{name: web-1}]}|at \"0 4 * * *\", suspended, 1 running",
                "v1; kind: Pod; status: {phase: Running}|Running"
            })
    void saysHowFarEachKindIs(String object, String text) {
        assertThat(WorkloadText.of(object(object))).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"v1; kind: Service", "v1; kind: Pod"})
    void saysNothingOfOthersAndOfAPodThatNobodyHasSeen(String object) {
        assertThat(WorkloadText.of(object(object))).isEmpty();
    }

    private static HasMetadata object(String lines) {
        return new KubernetesSerialization().unmarshal("apiVersion: " + lines.replace("; ", "\n"));
    }
}
