package dev.patterned.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.operator.testing.Apps;
import dev.patterned.operator.validation.Problem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One valid app, one change at a time: which problem, where, and what it says. */
class ValidatorTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    NameTwice          | spec.logTailers[0].name                     | rename one                 | logTailers: [{name: main, logDirectory: logs, files: [a]}]
                    NameTwice          | spec.dependencies[0].name                   | spec.sidecars[0]           | sidecars: [{name: x, image: 'a:1'}], dependencies: [{name: x, dns: {host: db}}]
                    NameReserved       | spec.sidecars[0].name                       | choose another             | sidecars: [{name: patterned-x, image: 'a:1'}]
                    NameReserved       | spec.volumes[0].name                        | choose another             | volumes: [{name: patterned-x, emptyDir: {}}]
                    VolumeTwice        | spec.volumes[1].name                        | spec.volumes[0]            | volumes: [{name: a, emptyDir: {}}, {name: a, emptyDir: {}}]
                    PortTwice          | spec.sidecars[0].ports[0].containerPort     | spec.main.ports[0] (http)  | sidecars: [{name: x, image: 'a:1', ports: [{name: other, containerPort: 8080}]}]
                    PortNameTwice      | spec.sidecars[0].ports[0].name              | rename one                 | sidecars: [{name: x, image: 'a:1', ports: [{name: http, containerPort: 1}]}]
                    PortReserved       | spec.sidecars[0].ports[0].containerPort     | choose another             | sidecars: [{name: x, image: 'a:1', ports: [{name: other, containerPort: 19050}]}]
                    Forbidden          | spec.sidecars[0].ports[0].hostPort          | spec.services              | sidecars: [{name: x, image: 'a:1', ports: [{name: other, containerPort: 1, hostPort: 1}]}]
                    LogDirectoryUnknown| spec.logTailers[0].logDirectory             | did you mean "logs"        | logTailers: [{name: t, logDirectory: log, files: [a]}]
                    VolumeUnknown      | spec.sidecars[0].volumeMounts[0].name       | did you mean "logs-v"      | sidecars: [{name: x, image: 'a:1', volumeMounts: [{name: log-v, mountPath: /x}]}], volumes: [{name: logs-v, emptyDir: {}}]
                    MountTwice         | spec.sidecars[0].logDirectories[0]          | another path               | sidecars: [{name: x, image: 'a:1', logDirectories: [logs], volumeMounts: [{name: v, mountPath: /var/log/app/}]}], volumes: [{name: v, emptyDir: {}}]
                    EnvTwice           | spec.sidecars[0].env[1].name                | leave one out              | sidecars: [{name: x, image: 'a:1', env: [{name: A, value: b}, {name: A, value: c}]}]
                    Forbidden          | spec.sidecars[0].securityContext.privileged | NET_BIND_SERVICE           | sidecars: [{name: x, image: 'a:1', securityContext: {privileged: true}}]
                    Forbidden          | spec.sidecars[0].securityContext.allowPrivilegeEscalation | runAsUser    | sidecars: [{name: x, image: 'a:1', securityContext: {allowPrivilegeEscalation: true}}]
                    Forbidden          | spec.sidecars[0].securityContext.capabilities.add[0] | only NET_BIND_SERVICE | sidecars: [{name: x, image: 'a:1', securityContext: {capabilities: {add: [SYS_ADMIN]}}}]
                    Forbidden          | spec.sidecars[0].livenessProbe.httpGet.host | leave host out             | sidecars: [{name: x, image: 'a:1', livenessProbe: {httpGet: {host: other, port: 1}}}]
                    Forbidden          | spec.sidecars[0].lifecycle.preStop.httpGet.host | leave host out         | sidecars: [{name: x, image: 'a:1', lifecycle: {preStop: {httpGet: {host: other, port: 1}}}}]
                    Forbidden          | spec.volumes[0].hostPath                    | persistentVolumeClaim      | volumes: [{name: a, hostPath: {path: /}}]
                    ExactlyOne         | spec.volumes[0]                             | 2 sources                  | volumes: [{name: a, emptyDir: {}, configMap: {name: a}}]
                    Forbidden          | spec.podTemplate.hostNetwork                | spec.services              | podTemplate: {hostNetwork: true}
                    Forbidden          | spec.podTemplate.hostPID                    | leave it out               | podTemplate: {hostPID: true}
                    Forbidden          | spec.podTemplate.hostIPC                    | leave it out               | podTemplate: {hostIPC: true}
                    Forbidden          | spec.podTemplate.spec                       | spec.sidecars              | podTemplate: {spec: {hostNetwork: true}}
                    KeyReserved        | spec.podTemplate.labels[patterned.dev/app]  | own domain                 | podTemplate: {labels: {patterned.dev/app: other}}
                    FileOutside        | spec.logTailers[0].files[0]                 | relative to it             | logTailers: [{name: t, logDirectory: logs, files: [../secret]}]
                    FileOutside        | spec.logTailers[0].files[0]                 | leading '/'                | logTailers: [{name: t, logDirectory: logs, files: [/etc/passwd]}]
                    FileInvalid        | spec.logTailers[0].files[0]                 | control characters         | logTailers: [{name: t, logDirectory: logs, files: ["a\\nb"]}]
                    RotateNeedsUser    | spec.logTailers[0].rotate                   | runAsUser                  | logTailers: [{name: t, logDirectory: logs, files: [a], rotate: {maxSize: 1Mi}}]
                    RotateTooLarge     | spec.logTailers[0].rotate.maxSize           | evicts the Pod             | podTemplate: {securityContext: {runAsUser: 1}}, logTailers: [{name: t, logDirectory: logs, files: [a], rotate: {maxSize: 100Mi, keep: 2}}]
                    SizeInvalid        | spec.logTailers[0].rotate.maxSize           | at least 1 byte            | podTemplate: {securityContext: {runAsUser: 1}}, logTailers: [{name: t, logDirectory: logs, files: [a], rotate: {maxSize: "0"}}]
                    ExactlyOne         | spec.dependencies[0]                        | 0 targets                  | dependencies: [{name: a}]
                    ExactlyOne         | spec.dependencies[0]                        | 2 targets                  | dependencies: [{name: a, dns: {host: a}, tcp: {host: a, port: 1}}]
                    DurationInvalid    | spec.dependencies[0].timeout                | such as 5m                 | dependencies: [{name: a, dns: {host: a}, timeout: 5 minutes}]
                    DurationInvalid    | spec.dependencies[0].interval               | above zero                 | dependencies: [{name: a, dns: {host: a}, interval: 0s}]
                    HostInvalid        | spec.dependencies[0].tcp.host               | field port                 | dependencies: [{name: a, tcp: {host: 'db:80', port: 1}}]
                    HostInvalid        | spec.dependencies[0].dns.host               | DNS name                   | dependencies: [{name: a, dns: {host: a b}}]
                    UrlInvalid         | spec.dependencies[0].http.url               | absolute URL               | dependencies: [{name: a, http: {url: 'file:///etc/passwd'}}]
                    HeaderInvalid      | spec.dependencies[0].http.headers[0]        | no HTTP header             | dependencies: [{name: a, http: {url: 'http://a', headers: [{name: "a b", value: c}]}}]
                    StatusInvalid      | spec.dependencies[0].http.expectedStatuses[0] | from 100 to 599          | dependencies: [{name: a, http: {url: 'http://a', expectedStatuses: [99]}}]
                    ExactlyOne         | spec.dependencies[0].http.caFrom            | configMapKeyRef            | dependencies: [{name: a, http: {url: 'https://a', caFrom: {}}}]
                    CaUnused           | spec.dependencies[0].http.caFrom            | change the scheme          | dependencies: [{name: a, http: {url: 'http://a', caFrom: {secretKeyRef: {name: a, key: b}}}}]
                    Forbidden          | spec.dependencies[0].service.namespace      | host: db.other             | dependencies: [{name: a, service: {name: db, namespace: other, port: 1}}]
                    SelfWait           | spec.dependencies[0].service.name           | would never end            | dependencies: [{name: a, service: {name: web, port: 80}}]
                    ExactlyOne         | spec.dependencies[0]                        | 2 targets                  | dependencies: [{name: a, job: {name: a}, app: {name: a}}]
                    SelfWait           | spec.dependencies[0].app.name               | would never end            | dependencies: [{name: a, app: {name: web}}]
                    SelfWait           | spec.dependencies[0].tcp.host               | would never end            | dependencies: [{name: a, tcp: {host: web.demo, port: 80}}]
                    SelfWait           | spec.dependencies[0].dns.host               | would never end            | dependencies: [{name: a, dns: {host: web.demo.svc.cluster.local.}}]
                    SelfWait           | spec.dependencies[0].http.url               | would never end            | dependencies: [{name: a, http: {url: 'http://web.demo.svc/x'}}]
                    SelfWait           | spec.dependencies[0].grpc.host              | startBefore: Dependencies  | dependencies: [{name: a, grpc: {host: localhost, port: 8080}}]
                    ProvideNeverReady  | spec.dependencies[0].service.provide        | condition: Exists          | dependencies: [{name: a, service: {name: db, port: 1, provide: {}}}]
                    WaitThroughAmbassador | spec.dependencies[0].tcp.host            | outbound: {name: db}       | dependencies: [{name: a, tcp: {host: localhost, port: 9000}}], ambassadors: [{name: p, outbound: [{name: db, port: 9000, upstreams: [{host: db, port: 1}]}]}]
                    UpstreamIsMain     | spec.ambassadors[0].outbound[0].upstreams[0].host | leads back to main   | ambassadors: [{name: p, outbound: [{name: db, port: 9000, upstreams: [{host: web.demo.svc.cluster.local, port: 80}]}]}]
                    OutboundUnknown    | spec.dependencies[0].outbound.name          | did you mean "db"?         | dependencies: [{name: a, outbound: {name: dbb}}], ambassadors: [{name: p, outbound: [{name: db, port: 9000, upstreams: [{host: db, port: 1}]}]}]
                    TargetUnknown      | spec.ambassadors[0].inbound[0].target       | did you mean "http"?       | ambassadors: [{name: p, inbound: [{name: in, port: 9000, target: htp}]}]
                    EnvTwice           | spec.sidecars[0].env[0].name                | spec.ambassadors[0].outbound[0] | sidecars: [{name: x, image: 'a:1', env: [{name: MY_DB_HOST, value: b}]}], ambassadors: [{name: p, outbound: [{name: my-db, port: 9000, upstreams: [{host: db, port: 1}]}]}]
                    PortTwice          | spec.ambassadors[1].inbound[0].port         | spec.ambassadors[0].outbound[0]: two | ambassadors: [{name: p, outbound: [{name: db, port: 9000, upstreams: [{host: db, port: 1}]}]}, {name: q, inbound: [{name: in, port: 9000, target: http}]}]
                    DurationInvalid    | spec.ambassadors[0].inbound[0].http.requestTimeout | such as 5m          | ambassadors: [{name: p, inbound: [{name: in, port: 9000, protocol: HTTP, target: http, http: {requestTimeout: soon}}]}]
                    SelfWait           | spec.dependencies[0].service.provide.selector | own Pods                 | podTemplate: {labels: {app: web}}, dependencies: [{name: a, service: {name: db, port: 1, provide: {selector: {app: web}}}}]
                    ProvideTwice       | spec.dependencies[1].service.provide        | leave provide out here     | dependencies: [{name: a, service: {name: db, port: 1, provide: {selector: {a: b}}}}, {name: b, service: {name: db, port: 1, provide: {selector: {a: c}}}}]
                    TargetUnknown      | spec.services[0].ports[0].target            | did you mean "http"?       | services: [{name: x, ports: [{name: a, port: 80, target: htp}]}]
                    TargetUnknown      | spec.services[0].ports[0].name              | set target                 | services: [{name: x, ports: [{name: unrelated, port: 80}]}]
                    ServiceTwice       | spec.services[1].name                       | one Service                | services: [{name: x, ports: [{name: http, port: 80}]}, {name: x, ports: [{name: http, port: 80}]}]
                    ServicePortTwice   | spec.services[0].ports[1].port              | another number             | services: [{name: x, ports: [{name: http, port: 80}, {name: b, port: 80, target: http}]}]
                    HeadlessType       | spec.services[0].headless                   | leave out headless         | services: [{name: x, type: LoadBalancer, headless: true, ports: [{name: http, port: 80}]}]
                    NeedsReplicas      | spec.disruptionBudget                       | a Pod has no replicas      | workload: {kind: Pod}, disruptionBudget: {maxUnavailable: 1}
                    ExactlyOne         | spec.disruptionBudget                       | keep one of them           | disruptionBudget: {}
                    NeedsLoadBalancer  | spec.services[0].loadBalancerClass          | set the type               | services: [{name: x, loadBalancerClass: a, ports: [{name: http, port: 80}]}]
                    """)
    void refuses(String code, String path, String fragment, String change) {
        assertThat(problems(change))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.path()).isEqualTo(path);
                    assertThat(problem.message()).contains(fragment);
                    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    dependencies: [{name: a, tcp: {host: web.other, port: 80}}]
                    dependencies: [{name: a, job: {name: web}}, {name: b, app: {name: web-2}}]
                    dependencies: [{name: a, tcp: {host: '2001:db8::1', port: 80}}]
                    dependencies: [{name: a, service: {name: db, port: 1, condition: Exists, provide: {}}}]
                    dependencies: [{name: a, tcp: {host: localhost, port: 9}}], sidecars: [{name: x, image: 'a:1', startBefore: Dependencies, ports: [{name: other, containerPort: 9}]}]
                    sidecars: [{name: x, image: 'a:1', ports: [{name: other, containerPort: 8080, protocol: UDP}]}]
                    ambassadors: [{name: p, inbound: [{name: in, port: 9000, protocol: HTTP, target: http, http: {requestTimeout: 0s}}]}]
                    ambassadors: [{name: p, custom: {image: 'a:1', ports: [{name: db, containerPort: 9000}]}}], dependencies: [{name: a, tcp: {host: localhost, port: 9000}}]
                    ambassadors: [{name: p, custom: {image: 'a:1', env: [{name: DB_HOST, value: db}]}}, {name: q, outbound: [{name: db, port: 9000, upstreams: [{host: web-1.web, port: 1}]}]}]
                    sidecars: [{name: x, image: 'a:1', securityContext: {privileged: false, allowPrivilegeEscalation: false}}]
                    logTailers: [{name: t, logDirectory: logs, files: ['a..b', 'x/*.log']}]
                    """)
    void accepts(String change) {
        assertThat(problems(change)).isEmpty();
    }

    @Test
    void saysEveryProblemAtOnce() {
        var problems =
                problems(
                        "podTemplate: {hostNetwork: true, hostPID: true}, dependencies: [{name: main}]");

        assertThat(problems)
                .extracting(Problem::path)
                .containsExactlyInAnyOrder(
                        "spec.podTemplate.hostNetwork",
                        "spec.podTemplate.hostPID",
                        "spec.dependencies[0]",
                        "spec.dependencies[0].name");
    }

    @Test
    void warnsOfADeadlineShorterThanTheWaits() {
        var verdict =
                Validator.validate(
                        Apps.with(
                                "workload: {deployment: {progressDeadlineSeconds: 60}}, dependencies: [{name: a, dns: {host: a}, timeout: 2m}]"));

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        accepted ->
                                assertThat(accepted.warnings())
                                        .singleElement()
                                        .extracting(Problem::code)
                                        .isEqualTo("DeadlineTooShort"));
    }

    @Test
    void refusesNamesThatDerivedOnesCouldNotFollow() {
        var app = Apps.with("replicas: 1");
        app.getMetadata().setName("a".repeat(41));

        assertThat(problems(Validator.validate(app)))
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo("NameTooLong");
    }

    @Test
    void doesNotGuessTheNamespaceOffline() {
        var app = Apps.with("dependencies: [{name: a, tcp: {host: web.other, port: 80}}]");
        app.getMetadata().setNamespace(null);

        assertThat(problems(Validator.validate(app))).isEmpty();
    }

    @Test
    void refusesAnAppWithoutMain() {
        var app = Apps.with("replicas: 1");
        app.setSpec(null);

        assertThat(problems(Validator.validate(app)))
                .singleElement()
                .extracting(Problem::path)
                .isEqualTo("spec.main");
    }

    private static List<Problem> problems(String change) {
        return problems(Validator.validate(Apps.with(change)));
    }

    private static List<Problem> problems(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(_, var warnings) -> warnings;
            case Verdict.Refused(var problems) -> problems;
        };
    }
}
