package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever main does with its files, the adapter reads every line of them. */
@OnNode
class AdapterFilesNodeTest {
    private static final int LINES = 2000;

    @Test
    void theLastLinesOfAStoppingMainComeOut(NodeSandbox node) {
        node.withOperator().apply(app("", LAST_WORDS));
        var pod = node.ready("writer");
        Records.atLeast(node, pod, "lines", 1);

        var messages = untilItsEnd(node, pod);

        assertThat(messages).hasSize(501).endsWith("last 499", "last 500");
    }

    /**
     * The collector reads no more once it is told to stop. Now and then it looks just in time, so
     * that this may take a few Pods.
     */
    @Test
    void withoutTheGateTheyAreLost(NodeSandbox node) {
        var app = app("", LAST_WORDS);
        for (var attempt = 1; attempt <= 10; attempt++) {
            var pod =
                    node.client()
                            .resource(
                                    withoutGate(
                                            Rendered.pod(
                                                    app,
                                                    "busybox:1.37",
                                                    child ->
                                                            node.client()
                                                                    .resource(child)
                                                                    .serverSideApply())))
                            .create();
            Records.atLeast(node, pod, "lines", 1);
            if (untilItsEnd(node, pod).size() < 501) {
                return;
            }
        }
        fail("ten Pods without a gate have lost nothing");
    }

    /** Its state is the Pod's, not the container's. */
    @Test
    void anAdapterThatStartsAnewGoesOnWhereItWas(NodeSandbox node) {
        node.withOperator().apply(app("", SLEEP));
        var pod = node.ready("writer");
        node.sh(pod, "main", "seq 100 | sed 's/^/line /' >>/log/app.log");
        Records.atLeast(node, pod, "lines", 100);

        // The kubelet starts a container again whose image has another name.
        node.client()
                .pods()
                .withName(pod.getMetadata().getName())
                .edit(found -> {
                    found.getSpec().getInitContainers().stream()
                            .filter(it -> it.getName().equals("lines"))
                            .forEach(it -> it.setImage("docker.io/" + it.getImage()));
                    return found;
                });
        node.pod("writer", found -> Kubectl.container(found, "lines").getRestartCount() == 1);
        node.sh(pod, "main", "seq 101 200 | sed 's/^/line /' >>/log/app.log");

        assertThat(messages(Records.atLeast(node, pod, "lines", 100)))
                .isEqualTo(IntStream.rangeClosed(101, 200).mapToObj("line %d"::formatted).toList());
    }

    private static Pod withoutGate(Pod pod) {
        var gates =
                pod.getSpec().getInitContainers().stream()
                        .filter(it -> it.getName().equals("patterned-gate"))
                        .toList();
        assertThat(gates).hasSize(1);
        pod.getSpec().getInitContainers().removeAll(gates);
        return pod;
    }

    @ParameterizedTest(name = "{0}, umask {1}")
    @CsvSource({
        "'securityContext: {runAsUser: 0}', 077",
        "'securityContext: {runAsUser: 1000, runAsGroup: 1000}', 077",
        "'securityContext: {runAsUser: 1000, runAsGroup: 1000}', 022",
        "'', 022",
    })
    void whatMainWritesCanBeRead(String securityContext, String umask, NodeSandbox node) {
        node.withOperator()
                .apply(
                        app(
                                        securityContext,
                                        "umask " + umask + "; echo mine >>/log/app.log; " + SLEEP)
                                + "  logTailers:\n  - {name: tail, logDirectory: log, files: [app.log]}\n");
        var pod = node.ready("writer");

        assertThat(messages(Records.atLeast(node, pod, "lines", 1))).containsExactly("mine");
        node.eventually("the tailer reads it too")
                .untilAsserted(() -> assertThat(node.logs(pod, "tail")).isEqualTo("mine\n"));
    }

    @Test
    void rotationByATailerLosesAndRepeatsNothing(NodeSandbox node) {
        var write =
                "i=0; while [ $i -lt %d ]; do seq $((i + 1)) $((i + 100)) | sed 's/.*/line & of a file that is rotated/' >>/log/app.log; i=$((i + 100)); while [ $(stat -c %%s /log/app.log) -gt 16384 ]; do sleep 0.1; done; sleep 0.3; done; %s"
                        .formatted(LINES, SLEEP);
        node.withOperator()
                .apply(
                        app("securityContext: {runAsUser: 1000, runAsGroup: 1000}", write)
                                + "  logTailers:\n  - {name: tail, logDirectory: log, files: [app.log], rotate: {maxSize: \"16384\", keep: 2}}\n");
        var pod = node.ready("writer");

        var records = Records.atLeast(node, pod, "lines", LINES);

        assertThat(node.sh(pod, "main", "ls /log").lines()).contains("app.log.1");
        assertThat(Integer.parseInt(node.sh(pod, "main", "cat /log/* | wc -c").strip()))
                .as("bytes in a directory to which 70,893 were written")
                .isLessThan(4 * 16384);
        assertThat(messages(records))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, LINES)
                                .mapToObj("line %d of a file that is rotated"::formatted)
                                .toList());
    }

    private static final String LAST_WORDS =
            "trap 'seq 500 | sed s/^/last\\ / >>/log/app.log; exit 0' TERM; echo first >>/log/app.log; while :; do sleep 1 & wait $!; done";

    private static final String SLEEP = "trap exit TERM; sleep 3600 & wait";

    private static List<String> messages(List<JsonNode> records) {
        return records.stream().map(record -> record.path("message").asText()).toList();
    }

    /** What the adapter prints from its start until it is gone. */
    private static List<String> untilItsEnd(NodeSandbox node, Pod pod) {
        var printed = new ByteArrayOutputStream();
        var live = node.client().pods().withName(pod.getMetadata().getName());
        try (var log = live.inContainer("lines").watchLog(printed)) {
            node.eventually("the log is followed").until(() -> printed.size() > 0);
            live.delete();
            live.waitUntilCondition(found -> found == null, 60, TimeUnit.SECONDS);
            assertThat(log).isNotNull();
        }
        return messages(Records.parse(printed.toString(StandardCharsets.UTF_8)));
    }

    private static String app(String securityContext, String script) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: writer}
        spec:
          main:
            image: busybox:1.37
            command: [sh, -c]
            args:
            - |
              %s
            logDirectories: [{name: log, path: /log}]
            %s
          adapters:
          - name: lines
            logs:
              logDirectory: log
              files: [app.log]
              format: {type: Plain}
              output: {stdout: {}}
        """
                .formatted(script, securityContext);
    }
}
