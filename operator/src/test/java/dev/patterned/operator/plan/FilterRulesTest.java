package dev.patterned.operator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedApp;
import dev.patterned.operator.model.App;
import dev.patterned.operator.validation.Validator;
import dev.patterned.operator.validation.Verdict;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.api.Test;

class FilterRulesTest {
    private static final String CLOSED =
            "isolation: {inbound: Ambassador, outbound: Ambassador, enforcement: Netfilter}, ";
    private static final String OUTBOUND =
            "isolation: {outbound: Ambassador, enforcement: Netfilter}, ";
    private static final String DOOR =
            """
            ambassadors: [{name: door,
              outbound: [{name: db, port: 5432, upstreams: [{host: db.example.com, port: 5433}, {host: 10.0.0.7, port: 5434}]}],
              inbound: [{name: web, port: 9080, protocol: HTTP, target: http}]}],
            services: [{name: web, ports: [{name: web, port: 80}]}],
            """;

    @Test
    void bothWaysInOneTransactionForBothFamilies() {
        assertThat(text(CLOSED + DOOR))
                .isEqualTo(
                        """
                        table inet patterned
                        delete table inet patterned
                        table inet patterned {
                          chain input {
                            type filter hook input priority filter; policy drop;
                            iifname "lo" accept
                            ct state established,related accept
                            icmpv6 type { nd-router-solicit, nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert } accept
                            tcp dport { 9080, 19000 } accept
                            meta l4proto tcp reject with tcp reset
                            reject with icmpx type port-unreachable
                          }
                          chain output {
                            type filter hook output priority filter; policy drop;
                            oifname "lo" accept
                            ct state established,related accept
                            icmpv6 type { nd-router-solicit, nd-router-advert, nd-neighbor-solicit, nd-neighbor-advert } accept
                            meta skuid 65531 accept
                            meta l4proto tcp reject with tcp reset
                            reject with icmpx type port-unreachable
                          }
                        }
                        """);
    }

    @Test
    void aWayThatIsOpenHasNoChain() {
        assertThat(text(OUTBOUND + DOOR)).contains("chain output").doesNotContain("chain input");
        assertThat(text("isolation: {inbound: Ambassador, enforcement: Netfilter}, " + DOOR))
                .contains("chain input")
                .doesNotContain("chain output");
    }

    @Test
    void waitsReachTheResolverAndWhatTheyWaitFor() {
        assertThat(
                        text(
                                OUTBOUND
                                        + DOOR
                                        + """
                                        dependencies: [
                                          {name: service, service: {name: api, port: 80}},
                                          {name: host, tcp: {host: mail.example.com, port: 25}},
                                          {name: url, http: {url: 'https://api.example.com/healthz'}},
                                          {name: grpc, grpc: {host: 'fd00::7', port: 50051}},
                                          {name: name, dns: {host: www.example.com}},
                                          {name: through, outbound: {name: db}}],
                                        """))
                .contains(
                        """
                            meta skuid 65531 accept
                            meta skuid 65532 udp dport { 53 } accept
                            meta skuid 65532 tcp dport { 25, 53, 80, 443, 5433 } accept
                            meta skuid 65532 ip daddr 10.0.0.7 tcp dport { 5434 } accept
                            meta skuid 65532 ip6 daddr fd00::7 tcp dport { 50051 } accept
                            meta l4proto tcp reject with tcp reset
                        """);
    }

    /** nft would ask a resolver for it, before anything may reach one, and give up. */
    @Test
    void aHostThatOnlyLooksLikeAnAddressIsAName() {
        assertThat(
                        text(
                                OUTBOUND
                                        + DOOR
                                        + "dependencies: [{name: odd, tcp: {host: 10.0.0.256, port: 25}}, {name: octal, tcp: {host: 010.0.0.1, port: 26}}]"))
                .contains("meta skuid 65532 tcp dport { 25, 26, 53 } accept")
                .doesNotContain("daddr");
    }

    @Test
    void aCustomAmbassadorIsLetOutByItsOwnUser() {
        assertThat(
                        text(
                                OUTBOUND
                                        + "ambassadors: [{name: own, custom: {image: 'proxy:1', securityContext: {runAsUser: 2000}}}]"))
                .contains("    meta skuid 2000 accept\n")
                .doesNotContain("65531");
    }

    @Test
    void whatServicesTargetAndProbesAskStaysOpen() {
        assertThat(
                        text(
                                CLOSED
                                        + DOOR.replace(
                                                "{name: web, port: 80}",
                                                "{name: web, port: 80}, {name: udp, port: 1}")
                                        + """
                                        sidecars: [{name: s, image: 'a:1',
                                          ports: [{name: udp, containerPort: 514, protocol: UDP}, {name: inner, containerPort: 7000}, {name: health, containerPort: 7001}],
                                          startupProbe: {httpGet: {port: health}}, livenessProbe: {tcpSocket: {port: 7002}}, readinessProbe: {grpc: {port: 7003}}}],
                                        """))
                .contains(
                        """
                            tcp dport { 7001, 7002, 7003, 9080, 19000 } accept
                            udp dport { 514 } accept
                        """);
    }

    private static String text(String fields) {
        return FilterRules.text(app(fields));
    }

    private static App app(String fields) {
        var app =
                Serialization.unmarshal(
                        """
                        metadata: {name: web, namespace: demo}
                        spec: {main: {image: 'app:1', ports: [{name: http, containerPort: 8080}],
                            securityContext: {runAsUser: 1000, runAsNonRoot: true, capabilities: {drop: [ALL]}}},
                          %s}
                        """
                                .formatted(fields.replace("\n", " ")),
                        PatternedApp.class);
        return switch (Validator.validate(app)) {
            case Verdict.Accepted(var model, _) -> model;
            case Verdict.Refused(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
