package dev.patterned.operator.config;

/** How a line of the operator's log looks. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** One JSON object a line, for collectors. */
    JSON
}
