package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.ImagePullPolicy;
import dev.patterned.api.v1alpha1.InboundHttp;
import dev.patterned.api.v1alpha1.OutboundHttp;
import dev.patterned.api.v1alpha1.OutboundProtocol;
import dev.patterned.api.v1alpha1.PatternedAppSpec;
import dev.patterned.api.v1alpha1.ShardFailure;
import dev.patterned.operator.model.Ambassador;
import dev.patterned.operator.model.HelperResources;
import dev.patterned.operator.model.Images;
import dev.patterned.operator.model.Inbound;
import dev.patterned.operator.model.MainContainer;
import dev.patterned.operator.model.Outbound;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Ambassadors of the model. */
final class Ambassadors {
    /** Ports that each ambassador has of the operator's block: status, and administration. */
    private static final int PORTS_EACH = 2;

    private Ambassadors() {}

    static List<Ambassador> of(PatternedAppSpec spec, MainContainer main) {
        var ambassadors = new ArrayList<Ambassador>();
        for (var each : spec.ambassadors()) {
            var statusPort = PortRules.RESERVED_FIRST + PORTS_EACH * ambassadors.size();
            ambassadors.add(of(each, spec, main, statusPort));
        }
        return ambassadors;
    }

    private static Ambassador of(
            dev.patterned.api.v1alpha1.Ambassador own,
            PatternedAppSpec spec,
            MainContainer main,
            int statusPort) {
        var custom = own.custom();
        if (custom != null) {
            return new Ambassador.Custom(
                    Containers.of(own.name(), custom),
                    ModelBuilder.directories(main, custom.logDirectories()));
        }
        var beside =
                Objects.requireNonNullElseGet(spec.main().resources(), ResourceRequirements::new);
        var outbound = own.outbound().stream().map(Ambassadors::outbound).toList();
        return switch (Objects.requireNonNullElse(own.engine(), Defaults.ENGINE)) {
            case ENVOY ->
                    new Ambassador.Envoy(
                            own.name(),
                            Objects.requireNonNullElse(own.image(), Images.ENVOY),
                            Wire.of(own.imagePullPolicy()),
                            Objects.requireNonNullElseGet(
                                    own.resources(), () -> HelperResources.envoyBeside(beside)),
                            outbound,
                            own.inbound().stream().map(each -> inbound(each, spec)).toList(),
                            statusPort,
                            statusPort + 1);
            case TWEMPROXY ->
                    new Ambassador.Twemproxy(
                            own.name(),
                            Objects.requireNonNullElse(own.image(), Images.TWEMPROXY),
                            twemproxyPull(own),
                            Objects.requireNonNullElseGet(
                                    own.resources(), () -> HelperResources.twemproxyBeside(beside)),
                            outbound,
                            statusPort);
        };
    }

    /**
     * The image's only tag is latest: without a word of ours, a Pod would start only while its
     * registry answers.
     */
    private static @Nullable String twemproxyPull(dev.patterned.api.v1alpha1.Ambassador own) {
        return own.image() == null && own.imagePullPolicy() == null
                ? Wire.of(ImagePullPolicy.IF_NOT_PRESENT)
                : Wire.of(own.imagePullPolicy());
    }

    private static Outbound outbound(dev.patterned.api.v1alpha1.Outbound own) {
        return new Outbound(
                own.name(),
                own.port(),
                protocol(own),
                own.upstreams().stream().map(Ambassadors::upstream).toList(),
                Durations.parse(
                        Objects.requireNonNullElse(own.connectTimeout(), Defaults.CONNECT_TIMEOUT)),
                Objects.requireNonNullElse(own.maxConnections(), Defaults.MAX_CONNECTIONS),
                Optional.ofNullable(own.tls()).map(tls -> tls(own, tls)));
    }

    private static Outbound.OutboundProtocol protocol(dev.patterned.api.v1alpha1.Outbound own) {
        return switch (Objects.requireNonNullElse(own.protocol(), OutboundProtocol.TCP)) {
            case TCP -> new Outbound.OutboundProtocol.Tcp();
            case HTTP ->
                    new Outbound.OutboundProtocol.Http(http(own.http(), Defaults.REQUEST_TIMEOUT));
            // A stream is one request that may last for days.
            case GRPC -> new Outbound.OutboundProtocol.Grpc(http(own.http(), null));
            case REDIS ->
                    new Outbound.OutboundProtocol.Redis(
                            own.redis() != null
                                    && own.redis().onShardFailure() == ShardFailure.REHASH);
        };
    }

    private static Outbound.HttpOptions http(
            @Nullable OutboundHttp own, @Nullable String requestTimeout) {
        var said = own == null ? null : own.requestTimeout();
        var retries = own == null ? null : own.retries();
        return new Outbound.HttpOptions(
                duration(said == null ? requestTimeout : said),
                retries == null || retries.attempts() == null
                        ? Defaults.RETRIES
                        : retries.attempts(),
                duration(retries == null ? null : retries.perTryTimeout()));
    }

    /** Empty for zero too, which says: none. */
    private static Optional<Duration> duration(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(Durations::parse)
                .filter(duration -> !duration.isZero());
    }

    private static Outbound.Upstream upstream(dev.patterned.api.v1alpha1.Upstream own) {
        return new Outbound.Upstream(
                name(own),
                host(own),
                own.port(),
                Optional.ofNullable(own.service()).map(service -> service.name()),
                own.weight() == null ? OptionalInt.empty() : OptionalInt.of(own.weight()));
    }

    /** What keys follow. */
    static String name(dev.patterned.api.v1alpha1.Upstream own) {
        return own.name() == null ? host(own) : own.name();
    }

    /** What is resolved: a Service of the own namespace answers to its bare name. */
    static String host(dev.patterned.api.v1alpha1.Upstream own) {
        if (own.host() != null) {
            return own.host();
        }
        return own.service() == null ? "" : own.service().name();
    }

    private static Outbound.UpstreamTls tls(
            dev.patterned.api.v1alpha1.Outbound own, dev.patterned.api.v1alpha1.UpstreamTls tls) {
        return new Outbound.UpstreamTls(
                Objects.requireNonNull(Dependencies.authority(tls.caFrom())),
                Optional.ofNullable(tls.clientCertificateFrom())
                        .map(certificate -> certificate.secretRef().getName()),
                Objects.requireNonNullElseGet(
                        tls.serverName(), () -> serverName(host(own.upstreams().getFirst()))));
    }

    /** Certificates have names without the dot that ends a full one. */
    private static String serverName(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static Inbound inbound(dev.patterned.api.v1alpha1.Inbound own, PatternedAppSpec spec) {
        var target = Objects.requireNonNull(PodPorts.named(spec).get(own.target()));
        return new Inbound(own.name(), own.port(), protocol(own), target.number());
    }

    private static Inbound.InboundProtocol protocol(dev.patterned.api.v1alpha1.Inbound own) {
        var timeout = duration(own.http() == null ? null : own.http().requestTimeout());
        return switch (Objects.requireNonNullElse(own.protocol(), Defaults.INBOUND_PROTOCOL)) {
            case TCP -> new Inbound.InboundProtocol.Tcp();
            case HTTP -> new Inbound.InboundProtocol.Http(timeout, trustedHops(own.http()));
            case GRPC -> new Inbound.InboundProtocol.Grpc(timeout, trustedHops(own.http()));
        };
    }

    private static int trustedHops(@Nullable InboundHttp http) {
        return http == null || http.trustedHops() == null ? 0 : http.trustedHops();
    }
}
