package dev.patterned.operator.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartDeploymentTest {
    @Test
    void thereAreNeverTwoOperatorsAtOnce() {
        var spec = spec("");

        assertThat(spec.getReplicas()).isEqualTo(1);
        assertThat(spec.getStrategy().getType()).isEqualTo("Recreate");
        assertThat(spec.getStrategy().getRollingUpdate()).isNull();
    }

    @Test
    void theSelectorIsPartOfThePodsLabelsAndHasNoVersion() {
        var spec = spec("");

        assertThat(spec.getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(spec.getSelector().getMatchLabels());
        assertThat(spec.getSelector().getMatchLabels())
                .containsOnlyKeys("app.kubernetes.io/name", "app.kubernetes.io/instance");
    }

    @Test
    void thePodMeetsPodSecurityRestricted() {
        var pod = pod("");
        var container = container("");

        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                .isEqualTo("RuntimeDefault");
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop())
                .containsExactly("ALL");
        assertThat(container.getSecurityContext().getCapabilities().getAdd()).isEmpty();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(pod.getVolumes()).allMatch(volume -> volume.getEmptyDir() != null);
    }

    @Test
    void probesAskTheHealthPort() {
        var container = container("");

        assertThat(container.getPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.getContainerPort()).isEqualTo(8080));
        assertThat(path(container.getStartupProbe())).isEqualTo("/livez");
        assertThat(path(container.getLivenessProbe())).isEqualTo("/livez");
        assertThat(path(container.getReadinessProbe())).isEqualTo("/readyz");
    }

    @Test
    void theLaunchOptionsAreTheImages() {
        var container = container("");

        assertThat(container.getCommand()).isEmpty();
        assertThat(container.getArgs()).containsExactly("operator");
        assertThat(container.getEnv())
                .containsExactly(
                        env("PATTERNED_LOG_FORMAT", "json"), env("PATTERNED_LOG_LEVEL", "info"));
    }

    @Test
    void namespacesAndOwnVariablesReachTheOperator() {
        var values =
                """
                watchNamespaces: [team-a, team-b]
                watchSecrets: true
                logging: {format: text, level: debug}
                extraEnv: [{name: ONE_MORE, value: "1"}]
                """;

        assertThat(container(values).getEnv())
                .containsExactly(
                        env("PATTERNED_LOG_FORMAT", "text"),
                        env("PATTERNED_LOG_LEVEL", "debug"),
                        env("PATTERNED_WATCH_NAMESPACES", "team-a,team-b"),
                        env("PATTERNED_WATCH_SECRETS", "true"),
                        env("ONE_MORE", "1"));
    }

    @Test
    void theImageIsTheChartsVersionUnlessTagOrDigestSaysOtherwise() {
        var digest = "sha256:" + "0123456789abcdef".repeat(4);

        assertThat(image("")).isEqualTo("registry.example/patterned:0.1.0-SNAPSHOT");
        assertThat(image(", tag: edge")).isEqualTo("registry.example/patterned:edge");
        assertThat(image(", tag: edge, digest: '" + digest + "'"))
                .isEqualTo("registry.example/patterned@" + digest);
    }

    @Test
    void aMemoryLimitIsSetBecauseTheHeapFollowsIt() {
        assertThat(container("").getResources().getLimits()).containsKey("memory");
    }

    private static DeploymentSpec spec(String values) {
        return spec(ChartFixture.chart().with(values));
    }

    private static DeploymentSpec spec(ChartFixture chart) {
        return chart.resources(Deployment.class).getFirst().getSpec();
    }

    private static PodSpec pod(String values) {
        return spec(values).getTemplate().getSpec();
    }

    private static Container container(String values) {
        return only(pod(values).getContainers());
    }

    private static String image(String more) {
        var chart =
                ChartFixture.chart()
                        .withOnly("image: {repository: registry.example/patterned" + more + "}");
        return only(spec(chart).getTemplate().getSpec().getContainers()).getImage();
    }

    private static String path(Probe probe) {
        assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString("http"));
        return probe.getHttpGet().getPath();
    }

    private static EnvVar env(String name, String value) {
        return new EnvVar(name, value, null);
    }

    private static Container only(List<Container> containers) {
        assertThat(containers).hasSize(1);
        return containers.getFirst();
    }
}
