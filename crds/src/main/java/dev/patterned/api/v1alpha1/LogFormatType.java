package dev.patterned.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What writes the lines of a log. */
public enum LogFormatType {
    /** Apache httpd: access logs (common, combined) and the error log. */
    @JsonProperty("Apache")
    APACHE,
    /** nginx: access logs (combined) and the error log. */
    @JsonProperty("Nginx")
    NGINX,
    /** One JSON object a line. */
    @JsonProperty("JSON")
    JSON,
    /** Pairs of key and value, {@code level=info msg="ready"}. */
    @JsonProperty("Logfmt")
    LOGFMT,
    /** Whatever an expression of the user takes apart. */
    @JsonProperty("Regex")
    REGEX,
    /** Text, with an optional time and level in front. */
    @JsonProperty("Plain")
    PLAIN
}
