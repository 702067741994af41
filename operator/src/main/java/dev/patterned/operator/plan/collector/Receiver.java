package dev.patterned.operator.plan.collector;

import static dev.patterned.operator.plan.collector.Setting.mapping;
import static dev.patterned.operator.plan.collector.Setting.texts;

import dev.patterned.operator.model.LogAdapter;
import dev.patterned.operator.plan.collector.Setting.Mapping;
import dev.patterned.operator.plan.collector.Setting.Sequence;

/** What is read and taken apart. */
final class Receiver {
    private Receiver() {}

    static Mapping of(LogAdapter adapter) {
        var lines =
                mapping()
                        .with("include", texts(FilePatterns.include(adapter)))
                        .with("exclude", texts(FilePatterns.exclude(adapter)))
                        .with("start_at", "beginning")
                        .with("storage", Extensions.STORAGE)
                        .with("include_file_path", true)
                        .with("include_file_name", false)
                        .with("poll_interval", "200ms")
                        // A longer line comes out in pieces: it must fit into memory some times.
                        .with("max_log_size", "1MiB")
                        .with("preserve_leading_whitespaces", true)
                        .with("preserve_trailing_whitespaces", true)
                        .with("retry_on_failure", retry())
                        .with("operators", new Sequence(Operators.of(adapter.format())));
        return adapter.firstLine()
                .map(first -> records(lines, first))
                // Half a line waits for its other half, however long that takes.
                .orElseGet(() -> lines.with("force_flush_period", "0s"));
    }

    /**
     * Nothing says that a record is over but the next one or silence. The silence is shorter than
     * what the Pod's end leaves between main and the collector.
     */
    private static Mapping records(Mapping lines, String first) {
        return lines.with("multiline", mapping().with("line_start_pattern", first))
                // A record's last line ends like all others.
                .with("preserve_trailing_whitespaces", false)
                .with("force_flush_period", "400ms");
    }

    /** For ever: what the rest of the pipeline cannot take now stays in the file. */
    private static Mapping retry() {
        return mapping()
                .with("enabled", true)
                .with("initial_interval", "200ms")
                .with("max_interval", "5s")
                .with("max_elapsed_time", "0s");
    }
}
