package dev.patterned.operator.validation.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One change to a good object at a time, and the whole message that it earns. */
class SchemaCheckTest {
    private static final Schema SCHEMA = PatternedAppSchema.load("small.schema.json").root();

    private static final String HEAD =
            """
            apiVersion: patterned.dev/v1alpha1
            kind: PatternedApp
            metadata: {name: web}
            """;

    private static List<String> problems(String spec) {
        var text = HEAD + "spec:\n  main: {image: httpd}\n" + spec.indent(2);
        return SchemaCheck.check(YamlDocuments.read(text).getFirst().tree(), SCHEMA).stream()
                .map(p -> p.line() + " " + p.problem().code() + " " + p.problem())
                .toList();
    }

    private static List<String> mainProblems(String main) {
        var text = HEAD + "spec:\n  main:\n" + main.indent(4);
        return SchemaCheck.check(YamlDocuments.read(text).getFirst().tree(), SCHEMA).stream()
                .map(p -> p.problem().code() + " " + p.problem())
                .toList();
    }

    @Test
    void takesWhatFits() {
        assertThat(
                        problems(
                                """
                                replicas: 2
                                paused: false
                                share: 0.5
                                affinity: {anything: [goes, 1, true]}
                                logTailers:
                                - {name: access, logDirectory: httpd, files: [access.log, "*.err"]}
                                - {name: error, files: [e], readFrom: End}
                                """))
                .isEmpty();
    }

    @Test
    void suggestsTheNearestName() {
        assertThat(problems("logTailer: []"))
                .containsExactly(
                        "6 UnknownField spec.logTailer: is no field: did you mean logTailers?");
        assertThat(problems("logtailers: []"))
                .containsExactly(
                        "6 UnknownField spec.logtailers: is no field: did you mean logTailers?");
        assertThat(problems("logTailers:\n- name: a\n  files: [f]\n  readform: End"))
                .containsExactly(
                        "9 UnknownField spec.logTailers[0].readform: is no field: did you mean readFrom?");
    }

    @Test
    void saysWhereAMisplacedFieldBelongs() {
        assertThat(problems("image: httpd"))
                .containsExactly("6 UnknownField spec.image: is no field: it belongs to spec.main");
        assertThat(problems("name: web"))
                .containsExactly(
                        "6 UnknownField spec.name: is no field: it belongs to spec.logTailers[] or"
                                + " spec.main.env[]");
    }

    @Test
    void listsTheFieldsWhereNothingIsNear() {
        assertThat(mainProblems("image: x\nzebra: 1"))
                .containsExactly(
                        "UnknownField spec.main.zebra: is no field: there are image, command, env,"
                                + " ports, resources");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    y    | a boolean
                    on   | a boolean
                    No   | a boolean
                    true | a boolean
                    1.0  | a number
                    1e3  | a number
                    80   | a whole number
                    0x1F | a whole number
                    """)
    void asksForQuotesWhereYamlTookTheTextAway(String written, String description) {
        assertThat(mainProblems("image: " + written))
                .containsExactly(
                        "WrongType spec.main.image: must be a text, but YAML reads %s as %s: quote it (\"%s\")"
                                .formatted(written, description, written));
        assertThat(mainProblems("image: '" + written + "'")).isEmpty();
        assertThat(mainProblems("image: !!str " + written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    replicas: "2"    | spec.replicas: must be a whole number, but "2" is a text: take the quotes away
                    replicas: two    | spec.replicas: must be a whole number, but is the text "two"
                    replicas: 1.5    | spec.replicas: must be a whole number, but 1.5 is a number
                    replicas: yes    | spec.replicas: must be a whole number, but yes is a boolean
                    replicas: {a: b} | spec.replicas: must be a whole number, but is a map of fields
                    paused: "true"   | spec.paused: must be true or false, but "true" is a text: take the quotes away
                    paused: 1        | spec.paused: must be true or false, but 1 is a whole number
                    logTailers: x    | spec.logTailers: must be a list (put "- " before each item), but is a text
                    logTailers: {}   | spec.logTailers: must be a list (put "- " before each item), but is a map of fields
                    affinity: []     | spec.affinity: must be a map of fields, but is a list
                    share: much      | spec.share: must be a number, but is the text "much"
                    """)
    void saysWhichTypeIsWanted(String spec, String message) {
        assertThat(problems(spec)).containsExactly("6 WrongType " + message);
    }

    @Test
    void holdsBounds() {
        assertThat(problems("replicas: -1"))
                .containsExactly("6 TooSmall spec.replicas: must be at least 0");
        assertThat(problems("replicas: 3000000000"))
                .containsExactly("6 TooLarge spec.replicas: must be at most 2147483647");
        assertThat(problems("share: 1.5"))
                .containsExactly("6 TooLarge spec.share: must be at most 1");
        assertThat(mainProblems("image: x\nports: [{containerPort: 0}, {containerPort: 65536}]"))
                .containsExactly(
                        "TooSmall spec.main.ports[0].containerPort: must be at least 1",
                        "TooLarge spec.main.ports[1].containerPort: must be at most 65535");
        assertThat(mainProblems("image: a-very-long-name-of-an-image"))
                .containsExactly(
                        "TooLong spec.main.image: has 28 characters; at most 20 may stand here");
        assertThat(mainProblems("image: ''"))
                .containsExactly("Required spec.main.image: must not be empty");
        assertThat(mainProblems("image: x\ncommand: [a, b, c]"))
                .containsExactly(
                        "TooMany spec.main.command: has 3 items; at most 2 may stand here");
        assertThat(problems("logTailers: [{name: a, files: []}]"))
                .containsExactly("6 TooFew spec.logTailers[0].files: needs at least 1 items");
        assertThat(mainProblems("image: x\nresources: {limits: {cpu: 1, memory: 1Mi, gpu: 1}}"))
                .containsExactly(
                        "TooMany spec.main.resources.limits: has 3 entries; at most 2 may stand here");
    }

    @Test
    void listsTheChoices() {
        assertThat(mainProblems("image: x\nports: [{protocol: HTTP}]"))
                .containsExactly(
                        "NotOneOf spec.main.ports[0].protocol: \"HTTP\" is not one of SCTP, TCP, UDP");
        assertThat(problems("logTailers: [{name: a, files: [f], readFrom: end}]"))
                .containsExactly(
                        "6 NotOneOf spec.logTailers[0].readFrom: \"end\" is not one of Beginning, End:"
                                + " did you mean End?");
    }

    @Test
    void saysAPatternInWords() {
        assertThat(problems("logTailers: [{name: Access_Log, files: [f]}]"))
                .containsExactly(
                        "6 Pattern spec.logTailers[0].name: \"Access_Log\" is not lower-case letters,"
                                + " digits and \"-\", with a letter or digit at both ends");
        assertThat(mainProblems("image: x\nresources: {limits: {cpu: lots}}"))
                .containsExactly(
                        "Pattern spec.main.resources.limits.cpu: \"lots\" is not of the form"
                                + " ^[0-9]+(m|Mi)?$");
    }

    @Test
    void intOrStringTakesBothAndNothingElse() {
        assertThat(mainProblems("image: x\nresources: {limits: {cpu: 1, memory: 5Mi}}")).isEmpty();
        assertThat(mainProblems("image: x\nresources: {limits: {cpu: 0.5}}"))
                .containsExactly(
                        "WrongType spec.main.resources.limits.cpu: must be a text, but YAML reads 0.5"
                                + " as a number: quote it (\"0.5\")");
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(mainProblems("command: [a]"))
                .containsExactly("Required spec.main.image: is required");
        assertThat(problems("logTailers: [{}]"))
                .containsExactly(
                        "6 Required spec.logTailers[0].name: is required",
                        "6 Required spec.logTailers[0].files: is required");
        var bare = YamlDocuments.read("kind: PatternedApp").getFirst().tree();
        assertThat(SchemaCheck.check(bare, SCHEMA))
                .extracting(p -> p.problem().path())
                .containsExactly("apiVersion", "metadata", "spec");
    }

    @Test
    void anEmptyValueIsNoValueUnlessThereIsADefault() {
        assertThat(mainProblems("image:"))
                .containsExactly(
                        "Required spec.main.image: has no value: give it one, or leave the field out");
        assertThat(problems("replicas:")).isEmpty();
    }

    @Test
    void refusesEntriesListedTwice() {
        assertThat(problems("logTailers:\n- {name: a, files: [f]}\n- {name: a, files: [g, g]}"))
                .containsExactly(
                        "8 Duplicate spec.logTailers[1].files[1]: has the same value g as"
                                + " spec.logTailers[1].files[0]: each may stand once",
                        "8 Duplicate spec.logTailers[1]: has the same name \"a\" as"
                                + " spec.logTailers[0]: each may stand once");
    }

    @Test
    void metadataIsKubernetesOwn() {
        var text =
                """
                apiVersion: patterned.dev/v1alpha1
                kind: PatternedApp
                metadata:
                  name: Web
                  label: {}
                  labels: {app.kubernetes.io/part-of: on, "b": "a b"}
                  creationTimestamp:
                spec: {main: {image: x}}
                status: {whatever: 1}
                """;
        assertThat(SchemaCheck.check(YamlDocuments.read(text).getFirst().tree(), SCHEMA))
                .extracting(p -> p.line() + " " + p.problem().code() + " " + p.problem().path())
                .containsExactly(
                        "4 Pattern metadata.name",
                        "5 UnknownField metadata.label",
                        "6 WrongType metadata.labels[app.kubernetes.io/part-of]",
                        "6 Pattern metadata.labels.b");
    }
}
