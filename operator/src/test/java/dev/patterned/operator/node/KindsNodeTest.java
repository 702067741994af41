package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The kinds whose Pods go on running: StatefulSet, DaemonSet and Pod. */
@OnNode
class KindsNodeTest {
    private static final String APP =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: NAME}
            spec:
              workload: WORKLOAD
              main:
                image: busybox:1.37
                command: [sh, -c, 'trap "exit 0" TERM; echo up >> /var/log/app/a.log; while :; do sleep 1 & wait $!; done']
                logDirectories: [{name: log, path: /var/log/app}]
              logTailers: [{name: tail, logDirectory: log, files: [a.log]}]
            """;

    private static final String CLAIM =
            """
            {kind: StatefulSet, statefulSet: {podManagementPolicy: OrderedReady, volumeClaimTemplates: [
                {metadata: {name: data}, spec: {storageClassName: "", accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Mi}}}}]}}\
            """;

    private static final String SET =
            app("set", CLAIM)
                    .replace(
                            "    logDirectories",
                            "    volumeMounts: [{name: data, mountPath: /data}]\n    logDirectories");

    @Test
    void aDaemonSetAndAPodRunWithTheirHelpersAndGoWithTheApp(NodeSandbox node) {
        node.withOperator();
        node.apply(app("daemon", "{kind: DaemonSet}"));
        node.apply(app("single", "{kind: Pod}"));
        var daemon = node.ready("daemon");
        var single = node.ready("single");

        assertThat(daemon.getMetadata().getOwnerReferences())
                .extracting(it -> it.getKind())
                .containsExactly("DaemonSet");
        assertThat(single.getMetadata().getName()).isEqualTo("single");
        node.eventually("tailed")
                .untilAsserted(() -> {
                    assertThat(node.logs(daemon, "tail")).isEqualTo("up\n");
                    assertThat(node.logs(single, "tail")).isEqualTo("up\n");
                });
        assertThat(node.app("daemon").getStatus().helpers().getFirst().ready()).isEqualTo(1);
        assertThat(node.app("single").getStatus().helpers().getFirst().ready()).isEqualTo(1);

        node.client().resource(single).delete();
        node.pod("single", pod -> !uid(pod).equals(uid(single)));
        node.ready("single");

        node.deletedWithAllTheyHad();
    }

    @Test
    void aStatefulSetIsMadeAgainAroundItsPodsWhichRollOnlyWithTheirTemplate(NodeSandbox node) {
        var volume = node.client().resource(volume(node)).create();
        try {
            node.withOperator().apply(SET);
            var pod = node.ready("set");
            assertThat(node.sh(pod, "main", "hostname -f; echo kept > /data/file"))
                    .startsWith("set-0.set-pods." + node.namespace());
            node.eventually("the governing Service has a name for the Pod")
                    .untilAsserted(() ->
                            assertThat(node.sh(pod, "main", "nslookup $(hostname -f). || true"))
                                    .contains("Address: " + pod.getStatus().getPodIP() + "\n"));
            var set = uid(set(node));

            var parallel = SET.replace("OrderedReady", "Parallel");
            node.apply(parallel);

            node.eventually("another StatefulSet").until(() -> !uid(set(node)).equals(set));
            node.eventually("it has the Pod")
                    .until(() -> owner(node.pod("set")).equals(uid(set(node))));
            assertThat(uid(node.ready("set"))).isEqualTo(uid(pod));

            node.apply(parallel.replace("echo up", "echo again"));

            var next = node.pod("set", it -> !uid(it).equals(uid(pod)));
            node.ready("set");
            assertThat(node.sh(next, "main", "cat /data/file; rm /data/file")).isEqualTo("kept\n");
            node.deletedWithAllTheyHad();
        } finally {
            node.client().resource(volume).delete();
        }
    }

    private static String app(String name, String workload) {
        return APP.replace("NAME", name).replace("WORKLOAD", workload);
    }

    private static HasMetadata set(NodeSandbox node) {
        return node.client().apps().statefulSets().withName("set").require();
    }

    private static String uid(HasMetadata object) {
        return object.getMetadata().getUid();
    }

    /** Of nobody's while a StatefulSet is being made again. */
    private static String owner(Pod pod) {
        return pod.getMetadata().getOwnerReferences().getFirst().getUid();
    }

    /** There may be nobody who provides storage. */
    private static PersistentVolume volume(NodeSandbox node) {
        return new PersistentVolumeBuilder()
                .withNewMetadata()
                .withName(node.namespace())
                .endMetadata()
                .withNewSpec()
                .withCapacity(Map.of("storage", new Quantity("1Mi")))
                .withAccessModes("ReadWriteOnce")
                .withPersistentVolumeReclaimPolicy("Retain")
                .withStorageClassName("")
                .withNewClaimRef()
                .withNamespace(node.namespace())
                .withName("data-set-0")
                .endClaimRef()
                .withNewHostPath("/var/tmp/" + node.namespace(), "DirectoryOrCreate")
                .endSpec()
                .build();
    }
}
