package dev.patterned.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutTest {
    @ParameterizedTest(
            name = "wanted {0}, observed {1} of 3: {2} updated, {3} in all, {4} available")
    @CsvSource({
        "2, 3, 2, 2, 2, true",
        "2, 2, 2, 2, 2, false",
        "2, 3, 1, 3, 2, false",
        "2, 3, 2, 3, 2, false",
        "2, 3, 2, 2, 1, false",
        "0, 3, 0, 0, 0, true",
        "0, 2, 0, 0, 0, false",
    })
    void isCompleteWhenEveryPodIsNewAndAvailable(
            int wanted, long observed, int updated, int all, int available, boolean complete) {
        var deployment =
                deployment(wanted)
                        .edit()
                        .withNewStatus()
                        .withObservedGeneration(observed)
                        .withUpdatedReplicas(updated)
                        .withReplicas(all)
                        .withAvailableReplicas(available)
                        .endStatus()
                        .build();

        assertThat(Rollout.of(deployment).allNew()).isEqualTo(complete);
    }

    @Test
    void isNotCompleteWhileNobodyHasLooked() {
        assertThat(Rollout.of(deployment(0)).allNew()).isFalse();
    }

    private static Deployment deployment(int replicas) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withGeneration(3L)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .endSpec()
                .build();
    }
}
