package dev.patterned.operator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.validation.Problem.Severity;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an isolated app needs: each row is what main says besides its ports, and the rest. */
class IsolationRulesTest {
    private static final String SAFE =
            "securityContext: {runAsUser: 1000, runAsNonRoot: true, capabilities: {drop: [ALL]}}";
    private static final String IN = "isolation: {inbound: Ambassador}";
    private static final String OUT = "isolation: {outbound: Ambassador}";
    private static final String FILTERED =
            "isolation: {outbound: Ambassador, enforcement: Netfilter}";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    IsolationWithoutListener   | spec.isolation.inbound                          | set inbound: Open        | SAFE | IN
                    IsolationWithoutListener   | spec.isolation.inbound                          | a port                   | SAFE | IN, ambassadors: [{name: own, custom: {image: 'a:1'}}]
                    IsolationWithoutAmbassador | spec.isolation.outbound                         | set outbound: Open       | SAFE | OUT
                    PolicyUnknown              | spec.isolation.outbound                         | enforcement: Netfilter   | SAFE | OUT, ambassadors: [{name: own, custom: {image: 'a:1'}}]
                    ServicePastAmbassador      | spec.services[0].ports[0].name                  | target "in"              | SAFE | IN, DOOR(HTTP), services: [{name: web, ports: [{name: http, port: 80}]}]
                    ServicePastAmbassador      | spec.services[0].ports[0].target                | an inbound listener      | SAFE | IN, DOOR(HTTP), services: [{name: web, ports: [{name: a, port: 80, target: admin}]}]
                    ProbeCannotReachMain       | spec.main.livenessProbe.tcpSocket               | would always pass        | livenessProbe: {tcpSocket: {port: http}}                  | IN, DOOR(TCP)
                    ProbeCannotReachMain       | spec.main.readinessProbe.httpGet.port           | HTTP to port admin       | readinessProbe: {httpGet: {port: admin}}                  | IN, DOOR(HTTP)
                    ProbeCannotReachMain       | spec.main.readinessProbe.httpGet.port           | HTTP to port 8080        | readinessProbe: {httpGet: {port: 8080}}                   | IN, DOOR(GRPC)
                    ProbeCannotReachMain       | spec.main.startupProbe.httpGet.port             | HTTPS to port http       | startupProbe: {httpGet: {port: http, scheme: HTTPS}}      | IN, DOOR(HTTP)
                    ProbeCannotReachMain       | spec.main.livenessProbe.grpc.port               | gRPC to port 8080        | livenessProbe: {grpc: {port: 8080}}                       | IN, DOOR(HTTP)
                    ProbeCannotReachMain       | spec.main.lifecycle.preStop.httpGet.port        | HTTP to port 8081        | lifecycle: {preStop: {httpGet: {port: 8081}}}             | IN, DOOR(HTTP)
                    NetfilterUser              | spec.main.securityContext.runAsUser             | only the image knows     | stdin: false                                              | FILTERED, DOOR(TCP)
                    NetfilterUser              | spec.main.securityContext.runAsUser             | root can become any user | securityContext: {runAsUser: 0}                           | FILTERED, DOOR(TCP)
                    NetfilterUser              | spec.main.securityContext.runAsUser             | the user of a helper     | stdin: false                                              | FILTERED, DOOR(TCP), podTemplate: {securityContext: {runAsUser: 65532}}
                    NetfilterRights            | spec.main.securityContext.runAsNonRoot          | set it to true           | securityContext: {runAsUser: 1000, runAsNonRoot: false}   | FILTERED, DOOR(TCP), podTemplate: {securityContext: {runAsNonRoot: true}}
                    NetfilterRights            | spec.main.securityContext.capabilities          | drop: [ALL]              | securityContext: {capabilities: {drop: [NET_RAW]}}        | FILTERED, DOOR(TCP)
                    NetfilterUser              | spec.ambassadors[0].custom.securityContext.runAsUser | no other container  | SAFE | FILTERED, ambassadors: [{name: own, custom: {image: 'a:1'}}]
                    NetfilterUser              | spec.ambassadors[0].custom.securityContext.runAsUser | also the user of main | SAFE | FILTERED, ambassadors: [{name: own, custom: {image: 'a:1', securityContext: {runAsUser: 1000}}}]
                    NetfilterUser              | spec.sidecars[0].securityContext.runAsUser      | give this container      | SAFE | FILTERED, DOOR(TCP), sidecars: [{name: s, image: 'a:1', securityContext: {runAsUser: 65531}}]
                    NetfilterUser              | spec.sidecars[0].securityContext.runAsUser      | 7 is the user            | SAFE | FILTERED, ambassadors: [{name: own, custom: {image: 'a:1', securityContext: {runAsUser: 7}}}], sidecars: [{name: s, image: 'a:1', securityContext: {runAsUser: 7}}]
                    NetfilterUser              | spec.initContainers[0].securityContext.runAsUser | or of a wait            | SAFE | FILTERED, DOOR(TCP), podTemplate: {securityContext: {runAsUser: 65532}}, initContainers: [{name: s, image: 'a:1'}], dependencies: [{name: w, dns: {host: a}}]
                    NetfilterUser              | spec.adapters[0].custom.securityContext.runAsUser | give this container    | SAFE | FILTERED, DOOR(TCP), adapters: [{name: s, custom: {image: 'a:1', securityContext: {runAsUser: 65531}}}]
                    NetfilterSender            | spec.adapters[0].logs.output.otlp               | set output: {stdout: {}} | SAFE | FILTERED, DOOR(TCP), SENDS(https://logs.example:4318)
                    """)
    void refuses(String code, String path, String fragment, String main, String rest) {
        assertThat(problems(main, rest))
                .filteredOn(problem -> problem.severity() == Severity.ERROR)
                .anySatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.path()).isEqualTo(path);
                    assertThat(problem.message()).contains(fragment);
                });
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    NothingIsolated     | spec.isolation.enforcement                         | nothing to enforce          | isolation: {enforcement: Netfilter}
                    NetfilterRights     | spec.sidecars[0].securityContext                   | may get past them           | FILTERED, DOOR(TCP), sidecars: [{name: s, image: 'a:1', securityContext: {runAsUser: 7}}]
                    PolicyHostIsService | spec.ambassadors[0].outbound[0].upstreams[0].host  | use service: db             | OUT, TO(db)
                    PolicyHostIsService | spec.ambassadors[0].outbound[0].upstreams[0].host  | use service: db             | OUT, TO(db.demo.svc.cluster.local.)
                    PolicyHostIsService | spec.ambassadors[0].outbound[0].upstreams[0].host  | targetPort is the same      | OUT, TO(db.other.svc)
                    PolicyHostIsService | spec.dependencies[0].http.url                      | use service: api            | OUT, TO(a.b), dependencies: [{name: w, http: {url: 'http://api/healthz'}}]
                    PolicyHostIsService | spec.adapters[0].logs.output.otlp.endpoint         | targetPort is the same      | OUT, TO(a.b), SENDS(http://collector:4318)
                    """)
    void warns(String code, String path, String fragment, String rest) {
        assertThat(problems(SAFE, rest))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.severity()).isEqualTo(Severity.WARNING);
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.path()).isEqualTo(path);
                    assertThat(problem.message()).contains(fragment);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    SAFE                                                      | FILTERED, DOOR(TCP)
                    SAFE                                                      | FILTERED, ambassadors: [{name: own, custom: {image: 'a:1', securityContext: {runAsUser: 7}}}]
                    SAFE                                                      | OUT, TO(redis-0.redis)
                    SAFE                                                      | TO(db)
                    livenessProbe: {exec: {command: [alive]}}                 | IN, DOOR(HTTP)
                    livenessProbe: {httpGet: {port: http, scheme: HTTPS}}     | IN, DOOR(TCP)
                    livenessProbe: {grpc: {port: 8080}}                       | IN, DOOR(GRPC)
                    livenessProbe: {tcpSocket: {port: 8080}}                  | isolation: {inbound: Open}, DOOR(TCP)
                    """)
    void accepts(String main, String rest) {
        assertThat(problems(main, rest)).isEmpty();
    }

    private static List<Problem> problems(String main, String rest) {
        var app =
                Serialization.unmarshal(
                        """
                        metadata: {name: web, namespace: demo}
                        spec:
                          {main: {image: 'app:1', ports: [{name: http, containerPort: 8080}, {name: admin, containerPort: 8081}], logDirectories: [{name: log, path: /logs}], %s}, %s}
                        """
                                .formatted(spelledOut(main), spelledOut(rest)),
                        PatternedApp.class);
        return switch (Validator.validate(app)) {
            case Verdict.Accepted(_, var warnings) -> warnings;
            case Verdict.Refused(var problems) -> problems;
        };
    }

    private static String spelledOut(String row) {
        return row.replace("SAFE", SAFE)
                .replaceFirst("\\bIN\\b", IN)
                .replaceFirst("\\bOUT\\b", OUT)
                .replaceFirst("\\bFILTERED\\b", FILTERED)
                .replaceAll(
                        "DOOR\\((\\w+)\\)",
                        "ambassadors: [{name: door, inbound: [{name: in, port: 9080, protocol: $1, target: http}]}]")
                .replaceAll(
                        "TO\\(([^)]+)\\)",
                        "ambassadors: [{name: door, outbound: [{name: to, port: 9081, upstreams: [{host: $1, port: 80}]}]}]")
                .replaceAll(
                        "SENDS\\(([^)]+)\\)",
                        "adapters: [{name: a, logs: {logDirectory: log, files: [a.log], format: {type: JSON}, output: {otlp: {endpoint: '$1'}}}}]");
    }
}
