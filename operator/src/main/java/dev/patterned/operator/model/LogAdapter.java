package dev.patterned.operator.model;

import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files of a log directory and gives every line the same shape, whoever wrote it.
 *
 * @param name also of its container
 * @param files names or globs relative to the directory, without {@code ..} and a leading slash
 * @param firstLine RE2 expression that a record's first line matches, where records span lines
 * @param healthPort port on all addresses that says whether it runs; from the block 19000 to 19099
 */
public record LogAdapter(
        String name,
        LogDirectory directory,
        List<String> files,
        Format format,
        Optional<String> firstLine,
        Schema schema,
        Output output,
        String image,
        ResourceRequirements resources,
        int healthPort)
        implements Adapter {
    public LogAdapter {
        files = List.copyOf(files);
    }

    /** What main writes. */
    public sealed interface Format {
        /** Apache httpd's common, combined and error log lines, told apart line by line. */
        record Apache() implements Format {}

        /** Nginx's combined and error log lines, told apart line by line. */
        record Nginx() implements Format {}

        /** One JSON object a line. */
        record Json(Optional<TimeLayout> time) implements Format {}

        /** Pairs like {@code key=value} or {@code key="a value"} in a line. */
        record Logfmt(Optional<TimeLayout> time) implements Format {}

        /**
         * Lines that an expression takes apart.
         *
         * @param pattern RE2, with at least one named group
         * @param time of the group {@code time}
         */
        record Regex(String pattern, Optional<TimeLayout> time) implements Format {}

        /**
         * Text.
         *
         * @param time what each record begins with; empty: ISO 8601 where there is one
         */
        record Plain(Optional<TimeLayout> time) implements Format {}
    }

    /** The names of the keys that come out. */
    public enum Schema {
        /** OpenTelemetry's semantic conventions. */
        OPEN_TELEMETRY,
        /** Elastic Common Schema. */
        ECS
    }

    /** Where records go. */
    public sealed interface Output {
        /** Standard output, one flat JSON object a line. */
        record Stdout() implements Output {}

        /**
         * A receiver that speaks OTLP.
         *
         * @param endpoint http or https URL, without the signal's path
         * @param headers sent with every request
         */
        record Otlp(String endpoint, Protocol protocol, List<Header> headers) implements Output {
            public Otlp {
                headers = List.copyOf(headers);
            }
        }
    }

    /** How OTLP travels. */
    public enum Protocol {
        HTTP,
        GRPC
    }

    /**
     * A header whose value is in a Secret of the own namespace.
     *
     * @param name lower case, as gRPC demands
     */
    public record Header(String name, String secret, String key) {}
}
