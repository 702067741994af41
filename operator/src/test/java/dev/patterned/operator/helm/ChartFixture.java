package dev.patterned.operator.helm;

import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way to render the chart, without a cluster: {@code
 * ChartFixture.chart().inNamespace("x").resources()} are the objects that {@code helm install}
 * would send, in its order (what others need comes first).
 *
 * @param namespace where the release lives
 * @param kubeVersion the server's version that Helm is told
 * @param values YAML, laid over the chart's own values
 */
public record ChartFixture(String namespace, String kubeVersion, String values) {
    /** Name of every release. */
    public static final String RELEASE = "patterned";

    /** An image for the chart, which has none of its own; the domain is reserved for examples. */
    public static final String IMAGE_VALUES = "image: {repository: registry.example/patterned}\n";

    private static final String NEWEST_KUBERNETES = "1.37.2";

    /** The chart with its own values, and an image. */
    public static ChartFixture chart() {
        return new ChartFixture("patterned-system", NEWEST_KUBERNETES, IMAGE_VALUES);
    }

    /** Folder of the chart, also when the tests are not started in the module's folder. */
    public static Path folder() {
        return Stream.of(Path.of("..", "helm"), Path.of("helm"))
                .filter(folder -> Files.exists(folder.resolve("Chart.yaml")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("helm/Chart.yaml was not found"))
                .toAbsolutePath()
                .normalize();
    }

    public ChartFixture inNamespace(String other) {
        return new ChartFixture(other, kubeVersion, values);
    }

    public ChartFixture onKubernetes(String version) {
        return new ChartFixture(namespace, version, values);
    }

    /** These values and no others, so without an image too if they name none. */
    public ChartFixture withOnly(String yaml) {
        return new ChartFixture(namespace, kubeVersion, yaml);
    }

    /** These values and an image. */
    public ChartFixture with(String yaml) {
        return withOnly(IMAGE_VALUES + yaml);
    }

    /**
     * What {@code helm template} prints.
     *
     * @throws IllegalStateException with Helm's message if it refuses version, values or templates
     */
    public String text() {
        try {
            var file = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(file, values);
                return new Helm(folder())
                        .template()
                        .withName(RELEASE)
                        .withNamespace(namespace)
                        .withKubeVersion(kubeVersion)
                        .withValuesFile(file)
                        .call();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of the release, in Helm's install order. */
    public List<HasMetadata> resources() {
        var serialization = new KubernetesSerialization();
        return ChartText.documents(text()).stream()
                .map(document -> (HasMetadata) serialization.unmarshal(document))
                .toList();
    }

    /** The objects of one kind, in Helm's install order. */
    public <T extends HasMetadata> List<T> resources(Class<T> kind) {
        return resources().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
