package dev.patterned.operator.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftCheckTest {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private static final String DEPLOYMENT =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              labels: {app.kubernetes.io/managed-by: patterned}
              ownerReferences:
              - {apiVersion: patterned.dev/v1alpha1, kind: PatternedApp, name: web, uid: u1, controller: true}
            spec:
              replicas: 2
              selector: {matchLabels: {patterned.dev/app: web}}
              template:
                metadata: {labels: {patterned.dev/app: web}}
                spec:
                  nodeSelector: {disk: ssd}
                  tolerations:
                  - {key: a, operator: Exists}
                  initContainers:
                  - {name: first, image: one}
                  - {name: second, image: two}
                  containers:
                  - name: main
                    image: httpd:2.4
                    command: [httpd, -X]
                    env:
                    - {name: EMPTY, value: ""}
                    ports:
                    - {containerPort: 80, protocol: TCP}
                    resources: {limits: {cpu: 500m, memory: 1Gi}}
                    volumeMounts:
                    - {name: data, mountPath: /data, readOnly: false}
                  volumes:
                  - name: data
                    emptyDir: {sizeLimit: 256Mi}
                  - name: facts
                    projected:
                      sources:
                      - serviceAccountToken: {path: token}
                      - downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}
            """;

    private static final String SERVICE =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec:
              selector: {app: db}
              ports:
              - {name: tcp, port: 80, protocol: TCP, targetPort: 9377}
            """;

    @Test
    void anObjectContainsItself() {
        assertThat(difference(DEPLOYMENT, DEPLOYMENT)).isEmpty();
    }

    @Test
    void whatTheServerAddsIsNoDrift() {
        var live =
                DEPLOYMENT
                        .replace("  replicas: 2", "  replicas: 2\n  revisionHistoryLimit: 10")
                        .replace(
                                "- {name: first, image: one}",
                                "- {name: first, image: one, imagePullPolicy: Always}")
                        .replace(
                                "metadata:\n  name: web",
                                "metadata:\n  generation: 3\n  name: web");

        assertThat(difference(live, DEPLOYMENT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cpu: 500m | cpu: '0.5'",
                "memory: 1Gi | memory: 1024Mi",
                "sizeLimit: 256Mi | sizeLimit: '268435456'",
                ", value: \"\" | ''",
                ", readOnly: false | ''",
                "{path: token} | '{path: token, expirationSeconds: 3600}'",
                "{fieldPath: | '{apiVersion: v1, fieldPath:'",
            })
    void anotherWayToWriteItIsNoDrift(String desired, String live) {
        assertThat(DEPLOYMENT).contains(desired);
        assertThat(difference(DEPLOYMENT.replace(desired, live), DEPLOYMENT)).isEmpty();
    }

    @Test
    void whatOthersAddToMapsAndKeyedListsIsTheirs() {
        var live =
                DEPLOYMENT
                        .replace("labels: {app.", "labels: {mine: yes-it-is, app.")
                        .replace(
                                "initContainers:",
                                "initContainers:\n      - {name: mesh, image: m}")
                        .replace("env:", "env:\n        - {name: ADDED, value: x}");

        assertThat(difference(live, DEPLOYMENT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replicas: 2 | replicas: 3 | spec.replicas",
                "labels: {app.kubernetes.io/managed-by: patterned} | labels: {} | metadata.labels",
                "uid: u1 | uid: u2 | metadata.ownerReferences[uid=u1]",
                "{disk: ssd} | {disk: ssd, zone: b} | spec.template.spec.nodeSelector.zone",
                "operator: Exists} | operator: Equal} | spec.template.spec.tolerations[0]",
                "[httpd, -X] | [httpd, -X, -v] |"
                        + " spec.template.spec.containers[name=main].command",
                "image: httpd:2.4 | image: httpd:2.2 |"
                        + " spec.template.spec.containers[name=main].image",
                "memory: 1Gi | memory: 2Gi |"
                        + " spec.template.spec.containers[name=main].resources.limits.memory",
                "emptyDir: {sizeLimit: 256Mi} | secret: {secretName: s} |"
                        + " spec.template.spec.volumes[name=data].emptyDir",
            })
    void whatChangedIsNamedByItsPath(String desired, String live, String path) {
        assertThat(DEPLOYMENT).contains(desired);
        assertThat(difference(DEPLOYMENT.replace(desired, live), DEPLOYMENT)).hasValue(path);
    }

    @Test
    void theOrderOfKeyedElementsCounts() {
        var live =
                DEPLOYMENT
                        .replace("name: first, image: one", "name: x, image: y")
                        .replace("name: second, image: two", "name: first, image: one")
                        .replace("name: x, image: y", "name: second, image: two");

        assertThat(difference(live, DEPLOYMENT))
                .hasValue("spec.template.spec.initContainers[name=second]");
    }

    @Test
    void aSelectorIsOneValue() {
        var live = SERVICE.replace("{app: db}", "{app: db, canary: 'true'}");

        assertThat(difference(live, SERVICE)).hasValue("spec.selector.canary");
    }

    @Test
    void portsOfAServiceAreToldApartByTheirNumber() {
        var live = SERVICE.replace("targetPort: 9377", "targetPort: 9378");

        assertThat(difference(live, SERVICE))
                .hasValue("spec.ports[port=80,protocol=TCP].targetPort");
    }

    private static Optional<String> difference(String live, String desired) {
        return DriftCheck.difference(object(live), object(desired));
    }

    private static HasMetadata object(String yaml) {
        return YAML.unmarshal(yaml);
    }
}
