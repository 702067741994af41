package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.IpFamilyPolicy;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.ServiceType;
import dev.patterned.operator.model.AppService;
import dev.patterned.operator.validation.PodPorts.PodPort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.ServiceSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The app's own Services of the model, each target resolved to the number and protocol of its port.
 */
final class Services {
    private Services() {}

    static List<AppService> of(PatternedAppSpec spec) {
        var targets = PodPorts.named(spec);
        return spec.services().stream().map(service -> service(service, targets)).toList();
    }

    private static AppService service(
            dev.patterned.api.v1alpha1.AppService service, Map<String, PodPort> targets) {
        return new AppService(
                service.name(),
                new TreeMap<>(service.labels()),
                new TreeMap<>(service.annotations()),
                service.ports().stream()
                        .map(port -> {
                            var target =
                                    Objects.requireNonNull(targets.get(ServiceRules.target(port)));
                            return new AppService.Port(
                                    port.name(),
                                    port.port(),
                                    target.number(),
                                    target.protocol(),
                                    port.appProtocol());
                        })
                        .toList(),
                options(service));
    }

    private static ServiceSpec options(dev.patterned.api.v1alpha1.AppService service) {
        return new ServiceSpecBuilder()
                .withType(
                        Wire.of(Objects.requireNonNullElse(service.type(), ServiceType.CLUSTER_IP)))
                .withClusterIP(Boolean.TRUE.equals(service.headless()) ? "None" : null)
                .withExternalTrafficPolicy(Wire.of(service.externalTrafficPolicy()))
                .withInternalTrafficPolicy(Wire.of(service.internalTrafficPolicy()))
                .withSessionAffinity(Wire.of(service.sessionAffinity()))
                .withLoadBalancerClass(service.loadBalancerClass())
                .withLoadBalancerSourceRanges(service.loadBalancerSourceRanges())
                // The server's default, but it keeps what was said before when this is left out.
                .withIpFamilyPolicy(
                        Wire.of(
                                Objects.requireNonNullElse(
                                        service.ipFamilyPolicy(), IpFamilyPolicy.SINGLE_STACK)))
                .withPublishNotReadyAddresses(service.publishNotReadyAddresses())
                .withTrafficDistribution(service.trafficDistribution())
                .build();
    }
}
