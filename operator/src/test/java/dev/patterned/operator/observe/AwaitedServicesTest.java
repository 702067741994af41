package dev.patterned.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patterned.api.v1alpha1.PatternedAppSpec;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwaitedServicesTest {

    @ParameterizedTest
    @CsvSource({
        "web, web",
        "web.demo, web",
        "web.demo.svc, web",
        "web.demo.svc.cluster.local, web",
        "web.demo.svc.cluster.local., web",
        "db-0.db.demo.svc, db",
        "web.other,",
        "web.other.svc,",
        "example.com,",
        "svc.example.com,",
        "127.0.0.1,",
    })
    void aHostMeansAServiceOfTheOwnNamespaceOrNone(String host, String service) {
        assertThat(AwaitedServices.service(host, "demo").orElse(null)).isEqualTo(service);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service: {name: web, port: 80}                    | [web]",
                "service: {name: web, port: 80, condition: Exists} | []",
                "tcp: {host: web.demo, port: 80}                   | [web]",
                "http: {url: 'https://web.demo.svc/health'}        | [web]",
                "http: {url: 'http://no host'}                     | []",
                "grpc: {host: web, port: 80}                       | [web]",
                "dns: {host: web}                                  | []",
                "outbound: {name: shop}                            | [one, two]",
                "outbound: {name: nobody}                          | []",
                "app: {name: web}                                  | []",
            })
    void eachKindOfWaitNamesTheServicesThatMustAnswer(String wait, String services) {
        var spec =
                Serialization.unmarshal(
                        """
                        dependencies: [{name: w, %s}]
                        ambassadors:
                        - name: door
                          outbound:
                          - {name: shop, port: 8080, upstreams: [{service: {name: one}, port: 80}, {host: two.demo, port: 80}]}
                          - {name: bank, port: 8081, upstreams: [{host: three, port: 80}]}
                        """
                                .formatted(wait),
                        PatternedAppSpec.class);
        assertThat(AwaitedServices.of(spec.dependencies().getFirst(), spec, "demo"))
                .hasToString(services);
    }
}
