package dev.patterned.operator.plan.collector;

/**
 * What the lines of web servers look like. The groups are named in {@link Field}; {@code message}
 * is all that follows the head of a line.
 *
 * @see <a href="https://httpd.apache.org/docs/2.4/mod/mod_log_config.html">mod_log_config</a>
 * @see <a href="https://nginx.org/en/docs/http/ngx_http_log_module.html">ngx_http_log_module</a>
 */
final class ServerLines {
    /** Between quotes, where a backslash takes the next character with it. */
    private static final String QUOTED = "(?:[^\"\\\\]|\\\\.)*";

    /**
     * Common or combined, by either server; what a longer format adds at the end is not looked at.
     * User names may have blanks in them.
     */
    static final String ACCESS =
            "^(?P<client>\\S+) \\S+ (?P<user>.+?) \\[(?P<time>[^\\]]*)\\]"
                    + (" \"(?P<request>" + QUOTED + ")\"")
                    + " (?P<status>\\d{3}) (?P<size>\\d+|-)"
                    + ("(?: \"(?P<referer>" + QUOTED + ")\"")
                    + (" \"(?P<agent>" + QUOTED + ")\")?(?:\\s.*)?$");

    /**
     * The first line of a request, as RFC 9112 section 3 has it, or HTTP/0.9's. What is asked for
     * is a path, or for a proxy a target in another form.
     */
    static final String REQUEST =
            "^(?P<method>[A-Z]+(?:-[A-Z]+)*) "
                    + "(?:(?P<path>[/*][^ ?]*)(?:\\?(?P<query>[^ ]*))?|(?P<target>[^ ]+))"
                    + "(?: HTTP/(?P<version>\\d(?:\\.\\d)?))?$";

    /** Apache's default ErrorLogFormat since 2.4, and the older one without a module. */
    static final String APACHE_ERROR =
            "^\\[(?P<time>[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)? \\d{4})\\]"
                    + " \\[(?:(?P<logger>[^:\\]\\s]*):)?(?P<level>[a-z]+\\d?)\\]"
                    + "(?: \\[pid (?P<pid>\\d+)(?::tid (?P<thread>\\d+))?\\])?"
                    + " (?P<message>(?:[^\\[]*\\[(?:client|remote) (?P<client>[^\\]\\s]+?)(?::(?P<port>\\d+))?\\])?.*?"
                    + "(?:, referer: (?P<referer>\\S+))?)$";

    /** The request of an error line is as the client sent it, quotes and all. */
    static final String NGINX_ERROR =
            "^(?P<time>\\d{4}/\\d{2}/\\d{2} \\d{2}:\\d{2}:\\d{2}) \\[(?P<level>[a-z]+)\\]"
                    + " (?P<pid>\\d+)#(?P<thread>\\d+): "
                    + "(?P<message>.*?(?:, client: (?P<client>[^ ,]+))?(?:, server: [^,]*)?"
                    + "(?:, request: \"(?P<request>.*?)\")?(?:, subrequest: \"[^\"]*\")?"
                    + "(?:, upstream: \"[^\"]*\")?"
                    + "(?:, host: \"(?P<domain>\\[[^\\]\"]*\\]|[^:\"]*)(?::(?P<domain_port>\\d+))?\")?"
                    + "(?:, referrer: \"(?P<referer>.*)\")?)$";

    private ServerLines() {}
}
