package dev.patterned.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.DependencyState;
import dev.patterned.api.v1alpha1.DependencyStatus;
import dev.patterned.api.v1alpha1.HelperStatus;
import dev.patterned.api.v1alpha1.HelperType;
import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.api.v1alpha1.PatternedAppStatus;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DevOutputTest {
    private static PatternedApp app() {
        var app = new PatternedApp();
        app.setMetadata(new ObjectMetaBuilder().withName("web").withUid("1").build());
        var ready =
                new ConditionBuilder()
                        .withType("Ready")
                        .withStatus("False")
                        .withReason("Waiting")
                        .withMessage("for mydb")
                        .build();
        app.setStatus(
                new PatternedAppStatus(
                        1L,
                        List.of(ready),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                new HelperStatus(
                                        "access",
                                        HelperType.LOG_TAILER,
                                        1,
                                        2,
                                        null,
                                        null,
                                        List.of())),
                        List.of(
                                new DependencyStatus(
                                        "mydb",
                                        "mydb:80",
                                        DependencyState.WAITING,
                                        1,
                                        null,
                                        "refused")),
                        List.of()));
        return app;
    }

    private static Service service(String name, String ownerUid) {
        return new ServiceBuilder()
                .withNewMetadata()
                .withName(name)
                .withUid("uid-of-" + name)
                .withOwnerReferences(new OwnerReferenceBuilder().withUid(ownerUid).build())
                .endMetadata()
                .withNewSpec()
                .addNewPort()
                .withPort(80)
                .withNewTargetPort(9377)
                .endPort()
                .endSpec()
                .build();
    }

    @Test
    void showsAnAppAsATree() {
        var rows = AppRows.rows(app(), List.of(service("mydb", "1"), service("other", "2")));
        assertThat(RowChanges.tree("shop", rows, false))
                .containsExactly(
                        "PatternedApp/web in shop  Ready=False Waiting: for mydb",
                        "├─ Service/mydb   80 -> 9377",
                        "├─ wait mydb      mydb:80 Waiting: refused",
                        "└─ helper access  LogTailer, ready in 1 of 2 Pods");
        assertThat(RowChanges.tree("shop", rows, true)).last().asString().startsWith("`- ");
    }

    @Test
    void anAppThatNobodyHasSeenSaysSo() {
        var app = app();
        app.setStatus(null);
        assertThat(AppRows.rows(app, List.of()))
                .isEqualTo(Map.of("PatternedApp/web", Row.of("not looked at yet")));
    }

    @Test
    void saysOnlyWhatChanged() {
        var before = new LinkedHashMap<String, Row>();
        before.put("same", new Row("text", "1"));
        before.put("changed", new Row("before", "1"));
        before.put("remade", new Row("text", "1"));
        before.put("gone", new Row("text", "1"));
        var after = new LinkedHashMap<String, Row>();
        after.put("same", new Row("text", "1"));
        after.put("changed", new Row("after", "1"));
        after.put("remade", new Row("text", "2"));
        after.put("new", new Row("", "1"));
        assertThat(RowChanges.between(before, after))
                .containsExactly(
                        "~ changed  after",
                        "~ remade  was deleted, and is made again",
                        "+ new",
                        "- gone");
        assertThat(RowChanges.between(after, after)).isEmpty();
    }

    @Test
    void commandsCanBeCopied() {
        var help = DevHelp.text("1.37.2", Path.of("/a b/kubectl"), Path.of("/c/it's"), List.of());
        assertThat(help)
                .contains(
                        "export KUBECONFIG='/c/it'\\''s'\n",
                        "export PATH='/a b':\"$PATH\"",
                        "Pods do\nnot run");
    }

    @Test
    void looksAtFilesBeforeAnythingStarts() {
        assertThat(CommandRun.of("dev", "-f", "nowhere.yaml"))
                .isEqualTo(
                        new CommandRun(
                                2, "", "patterned: there is no file or folder nowhere.yaml\n"));
        var broken = CommandRun.withInput("kind: PatternedApp", "dev", "-f", "-");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err()).startsWith("-:1: error: apiVersion: is required");
        assertThat(CommandRun.of("dev", "--kubeconfig-out", "pom.xml").err())
                .isEqualTo("patterned: pom.xml exists, and is not overwritten\n");
    }
}
