package dev.patterned.operator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.Apps;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigReferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CONFIG_MAP a []     | sidecars: [{name: x, image: 'a:1', envFrom: [{configMapRef: {name: a}}]}]",
                "SECRET a []?        | initContainers: [{name: x, image: 'a:1', envFrom: [{secretRef: {name: a, optional: true}}]}]",
                "CONFIG_MAP a [k]    | sidecars: [{name: x, image: 'a:1', env: [{name: A, valueFrom: {configMapKeyRef: {name: a, key: k}}}]}]",
                "SECRET a [k]        | sidecars: [{name: x, image: 'a:1', env: [{name: A, valueFrom: {secretKeyRef: {name: a, key: k}}}]}]",
                "CONFIG_MAP a [k]?   | sidecars: [{name: x, image: 'a:1', volumeMounts: [{name: v, mountPath: /v}]}], volumes: [{name: v, configMap: {name: a, optional: true, items: [{key: k, path: p}]}}]",
                "SECRET a []         | sidecars: [{name: x, image: 'a:1', volumeMounts: [{name: v, mountPath: /v}]}], volumes: [{name: v, secret: {secretName: a}}]",
                "CONFIG_MAP a [] SECRET b [k] | sidecars: [{name: x, image: 'a:1', volumeMounts: [{name: v, mountPath: /v}]}], volumes: [{name: v, projected: {sources: [{configMap: {name: a}}, {secret: {name: b, items: [{key: k, path: p}]}}]}}]",
                "``                  | volumes: [{name: v, configMap: {name: not-mounted}}]",
                "``                  | dependencies: [{name: w, http: {url: 'https://a', caFrom: {configMapKeyRef: {name: a, key: k}}}}]",
                "``                  | logTailers: [{name: t, logDirectory: logs, files: [a]}]"
            })
    void containersThatRunAreLookedAt(String expected, String change) {
        assertThat(String.join(" ", references(change))).isEqualTo(expected);
    }

    private static List<String> references(String change) {
        return switch (Validator.validate(Apps.with(change))) {
            case Verdict.Accepted(var app, _) ->
                    ConfigReferences.of(app, Planner.plan(app)).stream()
                            .map(ConfigReferencesTest::text)
                            .toList();
            case Verdict.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private static String text(ConfigReference reference) {
        return reference.kind()
                + " "
                + reference.name()
                + " "
                + reference.keys()
                + (reference.optional() ? "?" : "");
    }
}
