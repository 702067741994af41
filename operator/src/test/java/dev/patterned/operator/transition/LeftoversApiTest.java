package dev.patterned.operator.transition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import dev.patterned.operator.transition.ServerWalker.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server filled in for one spec does not outlive it. */
@ApiServer
class LeftoversApiTest {
    private static final String SERVICE =
            "{main: {image: a, ports: [{name: http, containerPort: 8080}]}, services: [{name: web, ports: [{name: http, port: 80}]%s}]}";

    private static final String WORKLOAD = "{main: {image: a}, workload: {kind: %1$s%2$s}}";

    @Test
    void aServiceThatWasDualStackIsAgainWhatItIsWithoutAWord(Sandbox sandbox) {
        var walk =
                Walk.of(
                        SERVICE.formatted(", ipFamilyPolicy: PreferDualStack"),
                        SERVICE.formatted(""));

        assertThat(new ServerWalker(sandbox.client()).failure(walk)).isEmpty();
    }

    @Test
    void aDaemonSetThatReplacesNoPodsHasNoOptionsOfReplacing(Sandbox sandbox) {
        var walk =
                Walk.of(
                        WORKLOAD.formatted("DaemonSet", ""),
                        WORKLOAD.formatted(
                                "DaemonSet", ", daemonSet: {updateStrategy: {type: OnDelete}}"));

        assertThat(new ServerWalker(sandbox.client()).failure(walk)).isEmpty();
    }

    /** The server refuses what an apply alone would make of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Deployment, deployment: {strategy: {type: Recreate}}",
                "StatefulSet, statefulSet: {updateStrategy: {type: OnDelete}}"
            })
    void whatOnlyAnOverwriteCanTakeAwayGoes(String options, Sandbox sandbox) {
        var walker = new ServerWalker(sandbox.client());
        var without = WORKLOAD.formatted(options.substring(0, options.indexOf(',')), "");
        var with = WORKLOAD.formatted(options, "");

        assertThat(walker.failure(Walk.of(without, with, without)).map(Failure::text)).isEmpty();
        assertThat(walker.overwrites()).isEqualTo(1);
    }
}
