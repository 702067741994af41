package dev.patterned.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.Apps;
import dev.patterned.operator.validation.Problem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One adapter, one change at a time: which problem, where, and what it says. */
class AdapterRulesTest {
    private static final String SAID = "podTemplate: {securityContext: {runAsUser: 1}}, ";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    RegexInvalid       | format.regex.pattern       | look-around       | format: {type: Regex, regex: {pattern: '(?P<a>x)(?=y)'}}, output: {stdout: {}}
                    RegexInvalid       | format.regex.pattern       | missing closing ) | format: {type: Regex, regex: {pattern: '(?P<a>x'}}, output: {stdout: {}}
                    RegexWithoutGroups | format.regex.pattern       | named group       | format: {type: Regex, regex: {pattern: '(.*)'}}, output: {stdout: {}}
                    RegexWithoutGroups | format.regex.pattern       | named group       | format: {type: Regex, regex: {pattern: '\\(?P<a>x'}}, output: {stdout: {}}
                    RegexUnused        | format.regex               | leave regex out   | format: {type: JSON, regex: {pattern: '(?P<a>x)'}}, output: {stdout: {}}
                    TimeMissing        | format.timeLayout          | there is: a, b    | format: {type: Regex, regex: {pattern: '(?P<b>x)(?P<a>y)'}, timeLayout: '%Y-%m-%d %H'}, output: {stdout: {}}
                    TimeLayoutUnused   | format.timeLayout          | leave timeLayout  | format: {type: Apache, timeLayout: '%Y-%m-%d %H'}, output: {stdout: {}}
                    TimeLayoutInvalid  | format.timeLayout          | parse nothing     | format: {type: Plain, timeLayout: 'YYYY-MM-DD'}, output: {stdout: {}}
                    TimeLayoutInvalid  | format.timeLayout          | no directive      | format: {type: Plain, timeLayout: '%Y-%m-%d %Q'}, output: {stdout: {}}
                    RegexInvalid       | multiline.firstLine        | RE2               | format: {type: Plain}, multiline: {firstLine: '['}, output: {stdout: {}}
                    UrlInvalid         | output.otlp.endpoint       | absolute URL      | format: {type: Plain}, output: {otlp: {endpoint: 'collector:4317'}}
                    UrlInvalid         | output.otlp.endpoint       | absolute URL      | format: {type: Plain}, output: {otlp: {endpoint: 'ftp://collector'}}
                    HeaderTwice        | output.otlp.headersFrom[1].name | leave one out | format: {type: Plain}, output: {otlp: {endpoint: 'http://c', headersFrom: [{name: A, secretKeyRef: {name: s, key: k}}, {name: a, secretKeyRef: {name: s, key: k}}]}}
                    ExactlyOne         | output                     | 0 of stdout, otlp | format: {type: Plain}, output: {}
                    """)
    void refusesLogs(String code, String path, String fragment, String logs) {
        refuses(
                code,
                "spec.adapters[0].logs." + path,
                fragment,
                "adapters: [{name: a, logs: {logDirectory: logs, files: [a.log], " + logs + "}}]");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ExactlyOne          | spec.adapters[0]                     | 0 of logs, metrics    | adapters: [{name: a}]
                    NameTwice           | spec.adapters[0].name                | rename one            | adapters: [{name: main, custom: {image: 'a:1'}}]
                    LogDirectoryUnknown | spec.adapters[0].logs.logDirectory   | did you mean "logs"   | adapters: [{name: a, logs: {logDirectory: log, files: [a], format: {type: Plain}, output: {stdout: {}}}}]
                    FileOutside         | spec.adapters[0].logs.files[1]       | relative to it        | adapters: [{name: a, logs: {logDirectory: logs, files: [a, ../b], format: {type: Plain}, output: {stdout: {}}}}]
                    LogDirectoryUnknown | spec.adapters[0].custom.logDirectories[0] | did you mean     | adapters: [{name: a, custom: {image: 'a:1', logDirectories: [log]}}]
                    MountTwice          | spec.adapters[0].custom.logDirectories[0] | another path     | adapters: [{name: a, custom: {image: 'a:1', logDirectories: [logs], volumeMounts: [{name: v, mountPath: /var/log/app/}]}}], volumes: [{name: v, emptyDir: {}}]
                    Forbidden           | spec.adapters[0].custom.securityContext.privileged | NET_BIND_SERVICE | adapters: [{name: a, custom: {image: 'a:1', securityContext: {privileged: true}}}]
                    PortTwice           | spec.adapters[1].metrics.port        | spec.adapters[0] (a)  | adapters: [{name: a, metrics: {source: {apache: {}}, port: 9117}}, {name: b, metrics: {source: {nginx: {}}, port: 9117}}]
                    PortTwice           | spec.adapters[0].metrics.port        | spec.main.ports[0]    | adapters: [{name: a, metrics: {source: {apache: {}}, port: 8080}}]
                    PortTwice           | spec.adapters[1].metrics.source.statsd.port | statsd.port    | adapters: [{name: a, metrics: {source: {statsd: {}}, port: 9102}}, {name: b, metrics: {source: {statsd: {}}, port: 9103}}]
                    PortReserved        | spec.adapters[0].metrics.port        | choose another        | adapters: [{name: a, metrics: {source: {apache: {}}, port: 19000}}]
                    PortNameTwice       | spec.adapters[0].name                | rename one            | adapters: [{name: http, metrics: {source: {apache: {}}, port: 9117}}]
                    PortNameInvalid     | spec.adapters[0].name                | 15 characters         | adapters: [{name: metrics-of-httpd, metrics: {source: {apache: {}}, port: 9117}}]
                    PortNameInvalid     | spec.adapters[0].name                | a letter              | adapters: [{name: "1", metrics: {source: {apache: {}}, port: 9117}}]
                    ExactlyOne          | spec.adapters[0].metrics.source      | 2 of apache, nginx    | adapters: [{name: a, metrics: {source: {apache: {}, redis: {}}, port: 9117}}]
                    KeyReserved         | spec.adapters[0].metrics.podMonitor.labels[patterned.dev/app] | own domain | adapters: [{name: a, metrics: {source: {apache: {}}, port: 9117, podMonitor: {labels: {patterned.dev/app: x}}}}]
                    PasswordMissing     | spec.adapters[0].metrics.source.redis.username | add passwordFrom | adapters: [{name: a, metrics: {source: {redis: {username: u}}, port: 9121}}]
                    """)
    void refuses(String code, String path, String fragment, String change) {
        assertThat(problems(SAID + change))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.path()).isEqualTo(path);
                    assertThat(problem.message()).contains(fragment);
                    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adapters: [{name: a, metrics: {source: {statsd: {port: 8080}}, port: 9102}}]",
                "adapters: [{name: a, logs: {logDirectory: logs, files: ['*.log'], format: {type: Plain, timeLayout: '%d/%b/%Y:%H:%M:%S %z'}, output: {stdout: {}}}}]",
                "adapters: [{name: a, metrics: {source: {apache: {}}, port: 9117}}], services: [{name: x, ports: [{name: m, port: 80, target: a}]}]",
            })
    void accepts(String change) {
        assertThat(problems(SAID + change)).isEmpty();
    }

    @Test
    void warnsWhereNobodyKnowsWhoMayReadTheLogs() {
        assertThat(
                        problems(
                                "adapters: [{name: a, logs: {logDirectory: logs, files: [a], format: {type: Plain}, output: {stdout: {}}}}]"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("MainUserUnknown");
                    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.log.gz", "old/app.log.1.zst", "app.Z"})
    void warnsOfFilesThatAreNoText(String file) {
        var adapter =
                "adapters: [{name: a, logs: {logDirectory: logs, files: ['%s'], format: {type: Plain}, output: {stdout: {}}}}]";

        assertThat(problems(SAID + adapter.formatted(file)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("FilesCompressed");
                    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
                });
        assertThat(problems(SAID + adapter.formatted("gz"))).isEmpty();
    }

    private static List<Problem> problems(String change) {
        return switch (Validator.validate(Apps.with(change))) {
            case Verdict.Accepted(_, var warnings) -> warnings;
            case Verdict.Refused(var problems) -> problems;
        };
    }
}
