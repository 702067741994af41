package dev.patterned.operator.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnNode
class LogRotationNodeTest {
    private static final long MAX_SIZE = 16384;

    @Test
    void renamingAndTruncatingHttpdsLogsLosesNothing(NodeSandbox node) {
        node.withOperator().applyExample("sidecar");
        node.apply(Backend.visitor());
        var web = node.ready("web");
        var visitor = node.started("visitor");

        visit(node, visitor, 1, 20);
        node.sh(web, "main", "cd /var/log/httpd; mv access.log access.log.1");
        // httpd goes on writing to the renamed file until it is told.
        visit(node, visitor, 21, 40);
        node.sh(web, "main", "kill -USR1 1");
        node.eventually("httpd opens its log again")
                .untilAsserted(() -> node.sh(web, "main", "test -e /var/log/httpd/access.log"));
        visit(node, visitor, 41, 60);
        prints(node, web, 60);

        // These are in the copy alone when the tailer looks again.
        visit(node, visitor, 61, 65);
        node.sh(
                web,
                "main",
                "cd /var/log/httpd; mv access.log.1 access.log.2; cp access.log access.log.1; : >access.log");
        visit(node, visitor, 66, 70);
        prints(node, web, 70);
    }

    private static void prints(NodeSandbox node, Pod web, int last) {
        node.eventually("every request, once and in order")
                .untilAsserted(() ->
                        assertThat(requests(node.logs(web, "access"))).isEqualTo(numbers(1, last)));
    }

    /** Two builds of BusyBox. */
    @ParameterizedTest
    @ValueSource(strings = {"busybox:1.37", "busybox:1.28"})
    void rotatingKeepsTheDirectorySmallAndLosesNothing(String image, NodeSandbox node) {
        node.withOperator().apply(writer(image));
        var pod = node.ready("writer");

        node.eventually("the writer is done")
                .untilAsserted(() -> {
                    // Two files, and what is written until the tailer looks again.
                    assertThat(bytes(node, pod)).isLessThan(4 * MAX_SIZE);
                    assertThat(node.logs(pod, "main")).isEqualTo("done\n");
                });

        var expected =
                IntStream.rangeClosed(1, 2000)
                        .mapToObj(
                                "line %06d of a file that is rotated while it is written"
                                        ::formatted)
                        .collect(Collectors.joining("\n", "", "\n"));
        node.eventually("every line, once and in order")
                .untilAsserted(() -> assertThat(node.logs(pod, "tail")).isEqualTo(expected));
        assertThat(node.sh(pod, "main", "ls /log").lines())
                .containsExactlyInAnyOrder("app.log", "app.log.1");
    }

    private static void visit(NodeSandbox node, Pod visitor, int first, int last) {
        node.sh(
                visitor,
                "curl",
                "for i in $(seq %d %d); do curl -sS --retry 30 --retry-delay 1 --retry-all-errors http://web/$i >/dev/null || exit 1; done"
                        .formatted(first, last));
    }

    private static String requests(String log) {
        return log.lines()
                .map(line -> line.replaceFirst(".*\"GET /(\\d+) HTTP.*", "$1"))
                .collect(Collectors.joining(" "));
    }

    private static String numbers(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    private static long bytes(NodeSandbox node, Pod pod) {
        return Long.parseLong(node.sh(pod, "main", "cat /log/* | wc -c").strip());
    }

    /**
     * Writes blocks of 100 lines, and none while the file is above its size: what is written in the
     * moment of truncation is lost, which no tailer can help.
     */
    private static String writer(String image) {
        return """
        apiVersion: patterned.dev/v1alpha1
        kind: PatternedApp
        metadata: {name: writer}
        spec:
          main:
            image: busybox:1.37
            command:
            - sh
            - -c
            - |
              trap exit TERM
              i=0
              while [ $i -lt 2000 ]; do
                block=$(seq $((i + 1)) $((i + 100)) | while read n; do printf 'line %%06d of a file that is rotated while it is written\\n' $n; done)
                echo "$block" >>/log/app.log
                i=$((i + 100))
                while [ $(stat -c %%s /log/app.log) -gt %1$d ]; do sleep 0.1; done
              done
              echo done
              sleep 3600 & wait
            securityContext: {runAsUser: 1000, runAsGroup: 1000}
            logDirectories: [{name: log, path: /log, sizeLimit: 1Mi}]
          logTailers:
          - {name: tail, image: "%2$s", logDirectory: log, files: [app.log], rotate: {maxSize: "%1$d", keep: 1}}
        """
                .formatted(MAX_SIZE, image);
    }
}
