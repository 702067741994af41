package dev.patterned.operator.validation.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {
    private static final ManifestReader READER =
            new ManifestReader(PatternedAppSchema.load("small.schema.json"));

    private static final String APP =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: %s}
            spec: {main: {image: httpd}}
            """;

    private static List<Manifest> read(String text) {
        return READER.read("app.yaml", text);
    }

    private static List<LineProblem> problems(String text) {
        assertThat(read(text)).hasSize(1);
        return read(text).getFirst().content() instanceof Manifest.Broken broken
                ? broken.problems()
                : List.of();
    }

    private static String problem(String text) {
        assertThat(problems(text)).hasSize(1);
        var found = problems(text).getFirst();
        return found.line() + " " + found.problem().code() + " " + found.problem();
    }

    @Test
    void bindsWhatFits() {
        var app = (Manifest.App) read(APP.formatted("web")).getFirst().content();
        assertThat(app.app().getMetadata().getName()).isEqualTo("web");
        assertThat(app.app().getSpec().main().image()).isEqualTo("httpd");
    }

    @Test
    void readsJson() {
        var json =
                """
                {"apiVersion": "patterned.dev/v1alpha1", "kind": "PatternedApp",
                \t"metadata": {"name": "web"}, "spec": {"main": {"image": "a\\u002fb"}}}
                """;
        var app = (Manifest.App) read(json).getFirst().content();
        assertThat(app.app().getSpec().main().image()).isEqualTo("a/b");
    }

    @Test
    void readsSeveralDocumentsAndPassesOverEmptyOnes() {
        var text = "# nothing\n---\n" + APP.formatted("a") + "---\n---\n" + APP.formatted("b");
        assertThat(read(text))
                .extracting(Manifest::label)
                .containsExactly("PatternedApp/a", "PatternedApp/b");
        assertThat(read("")).isEmpty();
    }

    @Test
    void unfoldsLists() {
        var list =
                """
                apiVersion: v1
                kind: List
                items:
                - apiVersion: v1
                  kind: Secret
                  metadata: {name: s}
                - apiVersion: patterned.dev/v1alpha1
                  kind: PatternedApp
                  metadata: {name: web}
                  spec: {main: {image: 1}}
                """;
        var manifests = read(list);
        assertThat(manifests)
                .extracting(Manifest::label)
                .containsExactly("Secret/s", "PatternedApp/web");
        assertThat(manifests.getFirst().content()).isInstanceOf(Manifest.Other.class);
        var broken = (Manifest.Broken) manifests.getLast().content();
        assertThat(broken.problems())
                .extracting(p -> p.line() + " " + p.problem().path())
                .containsExactly("10 spec.main.image");
    }

    @Test
    void knowsTheLineOfEveryField() {
        var manifest =
                read("""
                apiVersion: patterned.dev/v1alpha1
                kind: PatternedApp
                metadata: {name: web}
                spec:
                  main:
                    image: httpd
                  logTailers:
                  - name: a
                    files: [f]
                  - name: b
                    files:
                    - g
                """)
                        .getFirst();
        assertThat(manifest.lineOf("spec.logTailers[1].files[0]")).isEqualTo(12);
        assertThat(manifest.lineOf("spec.logTailers[1].logDirectory")).isEqualTo(10);
        assertThat(manifest.lineOf("spec.services[0].ports")).isEqualTo(4);
    }

    @Test
    void refusesAFieldWrittenTwice() {
        assertThat(problem(APP.formatted("web") + "spec: {}\n"))
                .isEqualTo(
                        "5 DuplicateField spec: is written twice, first in line 4: keep one, YAML"
                                + " readers drop the other silently");
    }

    @Test
    void saysWhereYamlBreaks() {
        assertThat(problem("kind: a\n  b: c\n"))
                .startsWith("2 Syntax : not YAML: mapping values are not allowed here");
        assertThat(problem("a: [b\nc: d\n")).startsWith("2 Syntax");
        assertThat(problem("a:\n\t- b\n")).contains("'\\t(TAB)'");
        assertThat(problem("a: *nowhere")).contains("nowhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {kind: PatternedApp}                                    | apiVersion: is required: patterned.dev/v1alpha1
                    {apiVersion: v1}                                        | kind: is required: what is this?
                    {a: b}                                                  | kind: is required: what is this?
                    {apiVersion: patterned.dev/v1, kind: PatternedApp}      | apiVersion: "patterned.dev/v1" is not known: use patterned.dev/v1alpha1
                    {apiVersion: v1alpha1, kind: PatternedApp}              | apiVersion: "v1alpha1" is not known: use patterned.dev/v1alpha1
                    {apiVersion: patterned.dev/v1alpha1, kind: Patternedapp} | kind: "Patternedapp" is no kind of patterned.dev: did you mean PatternedApp?
                    """)
    void saysWhatIsWrongWithTheHead(String text, String message) {
        assertThat(problem(text)).endsWith(message);
    }

    @Test
    void aListOrATextIsNoObject() {
        assertThat(problem("- a\n- b")).endsWith("this is a list");
        assertThat(problem("hello")).endsWith("this is a text");
    }

    @Test
    void followsAnchorsAndMerges() {
        var text =
                """
                x-common: &common {image: httpd, command: [a]}
                apiVersion: patterned.dev/v1alpha1
                kind: PatternedApp
                metadata: {name: web}
                spec:
                  main:
                    <<: *common
                    command: [b]
                """;
        assertThat(problem(text)).contains("UnknownField x-common");
        var app =
                (Manifest.App)
                        read(text.replace("x-common: &common {image: httpd, command: [a]}\n", "")
                                        .replace("*common", "{image: httpd, command: [a]}"))
                                .getFirst()
                                .content();
        assertThat(app.app().getSpec().main().command()).containsExactly("b");
    }

    @Test
    void survivesHostileYaml() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 8; i++) {
            bomb.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(7))
                    .append("]\n");
        }
        assertThat(problems(bomb.toString()))
                .extracting(p -> p.problem().code())
                .containsExactly("TooLarge");
        assertThat(problems("[".repeat(20_000))).hasSize(1);
        assertThat(problems("a: &a [*a]")).hasSize(1);
        assertThat(problems("? [a, b]\n: c")).hasSize(1);
        assertThat(problems("a: !!int x")).hasSize(1);
    }
}
