package dev.patterned.operator.transition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.ApiServer;
import dev.patterned.operator.testing.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server filled in for one spec does not outlive it. */
@ApiServer
class LeftoversApiTest {
    private static final String SERVICE =
            "{main: {image: a, ports: [{name: http, containerPort: 8080}]}, services: [{name: web, ports: [{name: http, port: 80}]%s}]}";

    private static final String WORKLOAD = "{main: {image: a}, workload: {kind: %1$s%2$s}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DaemonSet   | , daemonSet: {updateStrategy: {type: OnDelete}}",
                "StatefulSet | , statefulSet: {updateStrategy: {type: RollingUpdate}}",
                "StatefulSet | , statefulSet: {updateStrategy: {type: OnDelete}}",
            })
    void aWorkloadHasTheOptionsOfItsUpdateStrategyAlone(
            String kind, String strategy, Sandbox sandbox) {
        var walk = Walk.of(WORKLOAD.formatted(kind, ""), WORKLOAD.formatted(kind, strategy));

        assertThat(new ServerWalker(sandbox.client()).failure(walk)).isEmpty();
    }

    @Test
    void aServiceThatWasDualStackIsAgainWhatItIsWithoutAWord(Sandbox sandbox) {
        var walk =
                Walk.of(
                        SERVICE.formatted(", ipFamilyPolicy: PreferDualStack"),
                        SERVICE.formatted(""));

        assertThat(new ServerWalker(sandbox.client()).failure(walk)).isEmpty();
    }

    /** The server refuses what an apply alone would make of it. */
    @Test
    void aDeploymentThatStopsBeforeItStartsHasNoOptionsOfReplacingSideBySide(Sandbox sandbox) {
        var walker = new ServerWalker(sandbox.client());
        var without = WORKLOAD.formatted("Deployment", "");
        var with = WORKLOAD.formatted("Deployment", ", deployment: {strategy: {type: Recreate}}");

        assertThat(walker.failure(Walk.of(without, with, without))).isEmpty();
        assertThat(walker.overwrites()).isEqualTo(1);
    }
}
