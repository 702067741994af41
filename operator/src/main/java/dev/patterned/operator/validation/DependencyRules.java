package dev.patterned.operator.validation;

import static dev.patterned.operator.validation.Subject.located;

import dev.patterned.api.v1alpha1.CertificateAuthority;
import dev.patterned.api.v1alpha1.Dependency;
import dev.patterned.api.v1alpha1.HttpDependency;
import dev.patterned.operator.validation.Subject.Located;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each wait by itself: one target, well-formed, bounded in time. */
final class DependencyRules {
    /** Names of header fields, RFC 9110 section 5.6.2. */
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    private DependencyRules() {}

    static void check(Subject subject, Problems problems) {
        for (var dependency : located("spec.dependencies", subject.spec().dependencies())) {
            one(dependency, problems);
            duration(dependency.path() + ".timeout", dependency.value().timeout(), problems);
            duration(dependency.path() + ".interval", dependency.value().interval(), problems);
            hosts(dependency, problems);
            var http = dependency.value().http();
            if (http != null) {
                http(dependency.path() + ".http", http, problems);
            }
            var service = dependency.value().service();
            if (service != null && service.namespace() != null) {
                problems.error(
                        "Forbidden",
                        dependency.path() + ".service.namespace",
                        "a service dependency is of the app's own namespace; for another one say tcp: {host: %s.%s, port: %d}"
                                .formatted(service.name(), service.namespace(), service.port()));
            }
        }
    }

    private static void one(Located<Dependency> located, Problems problems) {
        var dependency = located.value();
        var targets =
                Stream.of(
                                dependency.service(),
                                dependency.tcp(),
                                dependency.http(),
                                dependency.grpc(),
                                dependency.dns(),
                                dependency.outbound(),
                                dependency.job(),
                                dependency.app())
                        .filter(Objects::nonNull)
                        .count();
        if (targets != 1) {
            problems.error(
                    "ExactlyOne",
                    located.path(),
                    "dependency \"%s\" has %d targets: say exactly one of service, tcp, http, grpc, dns, outbound, job, app"
                            .formatted(dependency.name(), targets));
        }
    }

    static void duration(String path, @Nullable String text, Problems problems) {
        if (text == null) {
            return;
        }
        if (!Durations.valid(text)) {
            problems.error(
                    "DurationInvalid",
                    path,
                    "\"%s\" is no duration: write numbers with h, m, s or ms, such as 5m or 1m30s"
                            .formatted(text));
        } else if (Durations.parse(text).isZero()) {
            problems.error("DurationInvalid", path, "must be above zero, such as 5m");
        }
    }

    private static void hosts(Located<Dependency> located, Problems problems) {
        var dependency = located.value();
        if (dependency.tcp() != null) {
            host(located.path() + ".tcp.host", dependency.tcp().host(), problems);
        }
        if (dependency.grpc() != null) {
            host(located.path() + ".grpc.host", dependency.grpc().host(), problems);
        }
        if (dependency.dns() != null) {
            host(located.path() + ".dns.host", dependency.dns().host(), problems);
            if (Hosts.address(dependency.dns().host())) {
                problems.error(
                        "HostInvalid",
                        located.path() + ".dns.host",
                        "\"%s\" is an address, which needs no resolving: name a host, or wait with tcp"
                                .formatted(dependency.dns().host()));
            }
        }
    }

    static void host(String path, String host, Problems problems) {
        if (!Hosts.valid(host)) {
            problems.error(
                    "HostInvalid",
                    path,
                    "\"%s\" is neither a DNS name nor an IP address; a port goes into the field port"
                            .formatted(host));
        }
    }

    private static void http(String path, HttpDependency http, Problems problems) {
        if (Hosts.ofUrl(http.url()).isEmpty()) {
            problems.error(
                    "UrlInvalid",
                    path + ".url",
                    "\"%s\" must be an absolute URL such as http://api:8080/healthz"
                            .formatted(http.url()));
        }
        for (var header : located(path + ".headers", http.headers())) {
            var name = Objects.requireNonNullElse(header.value().getName(), "");
            var value = Objects.requireNonNullElse(header.value().getValue(), "");
            if (!HEADER.matcher(name).matches()
                    || value.chars().anyMatch(Character::isISOControl)) {
                problems.error(
                        "HeaderInvalid",
                        header.path(),
                        "\"%s\" is no HTTP header: a name is letters, digits and -, a value has no line breaks"
                                .formatted(name));
            }
        }
        for (var status : located(path + ".expectedStatuses", http.expectedStatuses())) {
            if (status.value() < 100 || status.value() > 599) {
                problems.error(
                        "StatusInvalid",
                        status.path(),
                        "%d is no HTTP status: write one from 100 to 599"
                                .formatted(status.value()));
            }
        }
        var authority = http.caFrom();
        if (authority == null) {
            return;
        }
        authority(path + ".caFrom", authority, problems);
        if (http.url().startsWith("http://")) {
            problems.error(
                    "CaUnused",
                    path + ".caFrom",
                    "is for https, but url begins with http://: change the scheme, or leave caFrom out");
        }
    }

    static void authority(String path, CertificateAuthority authority, Problems problems) {
        if ((authority.secretKeyRef() == null) == (authority.configMapKeyRef() == null)) {
            problems.error("ExactlyOne", path, "say exactly one of secretKeyRef, configMapKeyRef");
        }
    }
}
