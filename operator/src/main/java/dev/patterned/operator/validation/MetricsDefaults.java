package dev.patterned.operator.validation;

import dev.patterned.api.v1alpha1.ApacheSource;
import dev.patterned.api.v1alpha1.NginxSource;
import dev.patterned.api.v1alpha1.RedisSource;
import dev.patterned.api.v1alpha1.StatsdSource;
import java.util.Objects;

/** As {@link Defaults}, of the sources of metrics adapters. */
public final class MetricsDefaults {
    /** Port of a web server. */
    public static final int HTTP_PORT = 80;

    /** Path of Apache's mod_status. */
    public static final String APACHE_PATH = "/server-status";

    /** Path of nginx's stub_status. */
    public static final String NGINX_PATH = "/stub_status";

    /** Port of Redis. */
    public static final int REDIS_PORT = 6379;

    /** Port that main sends StatsD lines to; the exporter's own. */
    public static final int STATSD_PORT = 9125;

    private MetricsDefaults() {}

    static int port(ApacheSource source) {
        return Objects.requireNonNullElse(source.port(), HTTP_PORT);
    }

    static String path(ApacheSource source) {
        return Objects.requireNonNullElse(source.path(), APACHE_PATH);
    }

    static int port(NginxSource source) {
        return Objects.requireNonNullElse(source.port(), HTTP_PORT);
    }

    static String path(NginxSource source) {
        return Objects.requireNonNullElse(source.path(), NGINX_PATH);
    }

    static int port(RedisSource source) {
        return Objects.requireNonNullElse(source.port(), REDIS_PORT);
    }

    static int port(StatsdSource source) {
        return Objects.requireNonNullElse(source.port(), STATSD_PORT);
    }
}
