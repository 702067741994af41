package dev.patterned.operator.plan.collector;

import dev.patterned.operator.model.LogAdapter.Schema;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that a record can say besides main's own keys; docs/log-schema.md has a row for each.
 * The columns: the group of a pattern that it comes from, or nothing; its key in OpenTelemetry; its
 * key in ECS.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/registry/attributes/">OpenTelemetry's
 *     attributes</a>
 * @see <a href="https://www.elastic.co/docs/reference/ecs/ecs-field-reference">Elastic Common
 *     Schema</a>
 */
enum Field {
    TIME("", "@timestamp", "@timestamp"),
    MESSAGE("", "message", "message"),
    LEVEL("", "log.level", "log.level"),
    FILE("", "log.file.path", "log.file.path"),
    PARSE_ERROR("", "parse_error", "parse_error"),
    ECS_VERSION("", "", "ecs.version"),

    SERVICE("", "service.name", "service.name"),
    NAMESPACE("", "k8s.namespace.name", "kubernetes.namespace"),
    POD("", "k8s.pod.name", "kubernetes.pod.name"),
    NODE("", "k8s.node.name", "kubernetes.node.name"),
    CONTAINER("", "k8s.container.name", "kubernetes.container.name"),

    LOGGER("logger", "log.logger", "log.logger"),
    PROCESS("pid", "process.pid", "process.pid"),
    THREAD("thread", "thread.id", "process.thread.id"),
    CLIENT("client", "client.address", "client.address"),
    CLIENT_PORT("port", "client.port", "client.port"),
    USER("user", "user.name", "user.name"),
    REQUEST("request", "url.original", "url.original"),
    METHOD("method", "http.request.method", "http.request.method"),
    PATH("path", "url.path", "url.path"),
    QUERY("query", "url.query", "url.query"),
    VERSION("version", "network.protocol.version", "http.version"),
    STATUS("status", "http.response.status_code", "http.response.status_code"),
    SIZE("size", "http.response.body.size", "http.response.body.bytes"),
    REFERER("referer", "http.request.header.referer", "http.request.referrer"),
    AGENT("agent", "user_agent.original", "user_agent.original"),
    DOMAIN("domain", "server.address", "url.domain"),
    DOMAIN_PORT("domain_port", "server.port", "url.port");

    private static final Set<Field> NUMBERS =
            EnumSet.of(PROCESS, THREAD, CLIENT_PORT, STATUS, SIZE, DOMAIN_PORT);

    private final String group;
    private final String openTelemetry;
    private final String ecs;

    Field(String group, String openTelemetry, String ecs) {
        this.group = group;
        this.openTelemetry = openTelemetry;
        this.ecs = ecs;
    }

    /** What a pattern's group may hold. */
    static List<Field> ofGroups() {
        return Arrays.stream(values()).filter(field -> !field.group.isEmpty()).toList();
    }

    String group() {
        return group;
    }

    /** Whether its value is a whole number. */
    boolean number() {
        return NUMBERS.contains(this);
    }

    /** Empty where the schema has no such key. */
    String key(Schema schema) {
        return switch (schema) {
            case OPEN_TELEMETRY -> openTelemetry;
            case ECS -> ecs;
        };
    }
}
