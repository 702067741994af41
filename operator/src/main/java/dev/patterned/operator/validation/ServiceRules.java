package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.AppService;
import dev.patterned.api.v1alpha1.AppServicePort;
import dev.patterned.api.v1alpha1.ServiceType;
import dev.patterned.operator.validation.PodPorts.PodPort;
import dev.patterned.operator.validation.Subject.Located;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The app's own Services. */
final class ServiceRules {
    private ServiceRules() {}

    static void check(Subject subject, Problems problems) {
        var targets =
                PodPorts.named(subject.spec())
                        .collect(Collectors.toMap(PodPort::name, port -> port, (one, _) -> one));
        for (var service : located("spec.services", subject.spec().services())) {
            ports(service, targets, problems);
            type(service.path(), service.value(), problems);
            PodRules.ownKeys(service.path() + ".labels", service.value().labels(), problems);
            PodRules.ownKeys(
                    service.path() + ".annotations", service.value().annotations(), problems);
        }
    }

    private static void ports(
            Located<AppService> service, Map<String, PodPort> targets, Problems problems) {
        var path = service.path() + ".ports";
        NameRules.unique(
                NameRules.named(path, service.value().ports(), AppServicePort::name),
                "ServicePortTwice",
                "rename one",
                problems);
        var first = new HashMap<String, String>();
        for (var port : located(path, service.value().ports())) {
            var target = targets.get(target(port.value()));
            if (target == null) {
                unknown(port, targets, problems);
                continue;
            }
            var key = port.value().port() + "/" + target.protocol();
            var other = first.putIfAbsent(key, port.path());
            if (other != null) {
                problems.error(
                        "ServicePortTwice",
                        port.path() + ".port",
                        "%s is also %s: give one of them another number".formatted(key, other));
            }
        }
    }

    static String target(AppServicePort port) {
        return Objects.requireNonNullElse(port.target(), port.name());
    }

    private static void unknown(
            Located<AppServicePort> port, Map<String, PodPort> targets, Problems problems) {
        var target = target(port.value());
        var said = port.value().target() != null;
        problems.error(
                "TargetUnknown",
                port.path() + (said ? ".target" : ".name"),
                "no port of main or of a helper is named \"%s\" %s: %s"
                        .formatted(
                                target,
                                Suggestion.of(targets.keySet()),
                                Suggestion.nearest(target, targets.keySet())
                                        .map(near -> "did you mean \"" + near + "\"?")
                                        .orElse(
                                                "declare it in ports of the container, or set target")));
    }

    private static void type(String path, AppService service, Problems problems) {
        var balanced = service.type() == ServiceType.LOAD_BALANCER;
        if (balanced && Boolean.TRUE.equals(service.headless())) {
            problems.error(
                    "HeadlessType",
                    path + ".headless",
                    "a headless Service has no address to balance: leave out headless, or type: LoadBalancer");
        }
        if (balanced) {
            return;
        }
        balancedOnly(path, "externalTrafficPolicy", service.externalTrafficPolicy(), problems);
        balancedOnly(path, "loadBalancerClass", service.loadBalancerClass(), problems);
        balancedOnly(
                path,
                "loadBalancerSourceRanges",
                service.loadBalancerSourceRanges().isEmpty() ? null : service,
                problems);
    }

    private static void balancedOnly(
            String path, String field, @Nullable Object value, Problems problems) {
        if (value != null) {
            problems.error(
                    "NeedsLoadBalancer",
                    path + "." + field,
                    "belongs to type: LoadBalancer, but the type is ClusterIP: set the type, or leave it out");
        }
    }
}
