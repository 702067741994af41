package dev.patterned.operator.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.patterned.operator.scripts.WaitBench.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** DNS waits, with an {@code nslookup} that prints what real ones have printed. */
@ParameterizedClass
@MethodSource("dev.patterned.operator.scripts.Shell#all")
class DnsWaitTest {
    /** Prints the file that has the name it is asked for, as upstream's does from 1.31 on. */
    private static final String NSLOOKUP =
            """
            #!/bin/sh
            cd "${0%/*}" || exit 1
            echo "$1" >>asked
            printf 'Server:\\t\\t10.96.0.10\\nAddress:\\t10.96.0.10:53\\n\\n'
            [ -f "$1" ] || printf "** server can't find %s: NXDOMAIN\\n" "$1"
            [ ! -f "$1" ] || cat "$1"
            """;

    private static final String FOUND = "Name:\tmydb.web.svc.cluster.local\nAddress: 10.96.3.4\n\n";

    private final Shell shell;
    private final Path directory;
    private final Path answers;
    private final WaitBench bench;

    DnsWaitTest(Shell shell, @TempDir Path directory) throws IOException {
        this.shell = shell;
        this.directory = directory;
        answers = Files.createDirectory(directory.resolve("answers"));
        bench = new WaitBench(shell, directory, answers);
    }

    @BeforeEach
    void installs() throws IOException, InterruptedException {
        var nslookup = Files.writeString(answers.resolve("nslookup"), NSLOOKUP);
        assertThat(nslookup.toFile().setExecutable(true)).isTrue();
        Files.writeString(
                directory.resolve("resolv.conf"),
                "nameserver 10.96.0.10\nsearch web.svc.cluster.local svc.cluster.local\n");
        Files.writeString(
                directory.resolve("hosts"), "127.0.0.1 localhost\n10.1.1.1 a.b by-hand\n");
        var probe =
                Files.writeString(directory.resolve("probe"), "timeout 3 nslookup probe >probed");
        try (var run = Run.start(shell.command(probe, answers), directory)) {
            run.exitCode();
        }
        assumeTrue(Files.exists(answers.resolve("asked")), shell + " prefers its own nslookup");
        Files.delete(answers.resolve("asked"));
    }

    @ParameterizedTest
    @CsvSource({
        "dns, mydb, mydb.web.svc.cluster.local.",
        "dns, mydb.web, mydb.web.svc.cluster.local.",
        "dns, mydb.example, mydb.example.",
        "dns, mydb.example., mydb.example.",
        "service-exists, mydb, mydb.web.svc.cluster.local.",
        "latch, mydb, mydb.web.svc.cluster.local."
    })
    void anAddressEndsIt(String kind, String host, String existing) throws IOException {
        Files.writeString(answers.resolve(existing), FOUND);

        assertThat(run(kind, host)).isEqualTo(new Outcome(0, "it: ready"));
    }

    @Test
    void theFormatOfOlderVersionsIsUnderstood() throws IOException {
        Files.writeString(
                answers.resolve("mydb.example."),
                "Name:      mydb.example.\nAddress 1: fd00::1 mydb.example\n");

        assertThat(run("dns", "mydb.example")).isEqualTo(new Outcome(0, "it: ready"));
    }

    @Test
    void aNameInTheHostsFileNeedsNoServer() throws IOException {
        assertThat(run("dns", "by-hand")).isEqualTo(new Outcome(0, "it: ready"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other. | '' | name does not exist",
                "mydb. | '' | name has no address",
                "mydb. | *** Can't find mydb.: No answer | name has no address",
                "mydb. | ** server can't find mydb.: SERVFAIL | DNS server answers with an error",
                "mydb. | ;; connection timed out; no servers could be reached | no answer from the DNS server"
            })
    void anythingElseIsAReasonToWait(String name, String answer, String reason) throws IOException {
        Files.writeString(answers.resolve(name), answer);

        assertThat(run("dns", "mydb")).isEqualTo(new Outcome(1, "it: " + reason));
    }

    @Test
    void aServiceIsLookedForInTheOwnNamespaceOnly() throws IOException {
        Files.writeString(answers.resolve("mydb."), FOUND);
        Files.writeString(answers.resolve("mydb.svc.cluster.local."), FOUND);

        assertThat(run("service-exists", "mydb").message()).isEqualTo("it: name does not exist");
        assertThat(answers.resolve("asked")).hasContent("mydb.web.svc.cluster.local.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | not done yet",
                "*** Can't find it: SERVFAIL | DNS server answers with an error"
            })
    void aLatchThatIsNotThereIsSaidAsWhatItStandsFor(String answer, String reason)
            throws IOException {
        if (!answer.isEmpty()) {
            Files.writeString(answers.resolve("mydb.web.svc.cluster.local."), answer);
        }

        assertThat(run("latch", "mydb")).isEqualTo(new Outcome(1, "it: " + reason));
    }

    private Outcome run(String kind, String host) throws IOException {
        return bench.run(
                Map.of(
                        "KIND",
                        kind,
                        "HOST",
                        host,
                        "RESOLV_CONF",
                        directory.resolve("resolv.conf").toString(),
                        "HOSTS_FILE",
                        directory.resolve("hosts").toString()));
    }
}
