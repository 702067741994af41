package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.CertificateAuthority;
import dev.patterned.api.v1alpha1.HttpDependency;
import dev.patterned.api.v1alpha1.OnTimeout;
import dev.patterned.api.v1alpha1.ServiceCondition;
import dev.patterned.api.v1alpha1.ServiceDependency;
import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.Dependency;
import dev.patterned.operator.model.Target;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waits of the model. */
final class Dependencies {
    private Dependencies() {}

    static Dependency of(
            dev.patterned.api.v1alpha1.Dependency dependency, List<Ambassador> ambassadors) {
        return new Dependency(
                dependency.name(),
                target(dependency, ambassadors),
                Defaults.timeout(dependency.timeout()),
                Defaults.interval(dependency.interval()),
                dependency.onTimeout() == OnTimeout.CONTINUE);
    }

    private static Target target(
            dev.patterned.api.v1alpha1.Dependency dependency, List<Ambassador> ambassadors) {
        if (dependency.service() != null) {
            return service(dependency.service());
        }
        if (dependency.tcp() != null) {
            return new Target.Tcp(dependency.tcp().host(), dependency.tcp().port());
        }
        if (dependency.http() != null) {
            return http(dependency.http());
        }
        if (dependency.grpc() != null) {
            var grpc = dependency.grpc();
            return new Target.Grpc(
                    grpc.host(), grpc.port(), Objects.requireNonNullElse(grpc.serviceName(), ""));
        }
        if (dependency.dns() != null) {
            return new Target.Dns(dependency.dns().host());
        }
        if (dependency.outbound() != null) {
            return upstreams(dependency.outbound().name(), ambassadors);
        }
        if (dependency.job() != null) {
            return new Target.Job(dependency.job().name());
        }
        if (dependency.app() != null) {
            return new Target.App(dependency.app().name());
        }
        throw new IllegalStateException("dependency without target: " + dependency.name());
    }

    private static Target upstreams(String listener, List<Ambassador> ambassadors) {
        return ambassadors.stream()
                .flatMap(ambassador -> ambassador.outbound().stream())
                .filter(outbound -> outbound.name().equals(listener))
                .map(outbound -> new Target.Upstreams(listener, outbound.upstreams()))
                .findFirst()
                .orElseThrow();
    }

    private static Target service(ServiceDependency service) {
        var provide = service.provide();
        return new Target.Service(
                service.name(),
                service.port(),
                service.condition() != ServiceCondition.EXISTS,
                provide == null
                        ? Optional.empty()
                        : Optional.of(
                                new Target.Provided(
                                        provide.selector(),
                                        Objects.requireNonNullElse(
                                                provide.targetPort(), service.port()))));
    }

    private static Target http(HttpDependency http) {
        return new Target.Http(
                http.url(),
                http.headers().stream()
                        .map(header -> header.getName() + ": " + header.getValue())
                        .toList(),
                http.expectedStatuses(),
                Optional.ofNullable(authority(http.caFrom())));
    }

    static Target.@Nullable CertificateAuthority authority(
            @Nullable CertificateAuthority authority) {
        if (authority == null) {
            return null;
        }
        return authority.secretKeyRef() != null
                ? new Target.CertificateAuthority.FromSecret(authority.secretKeyRef())
                : new Target.CertificateAuthority.FromConfigMap(
                        Objects.requireNonNull(authority.configMapKeyRef()));
    }
}
