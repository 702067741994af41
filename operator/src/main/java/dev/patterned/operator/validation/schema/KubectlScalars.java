package dev.patterned.operator.validation.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * What an unquoted word means to kubectl: YAML 1.1 as <a
 * href="https://github.com/kubernetes-sigs/yaml">sigs.k8s.io/yaml</a> reads it, where {@code on} is
 * a boolean and {@code 010} is eight. Dates stay texts there, and here.
 */
final class KubectlScalars implements Schema {
    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Pattern INTEGER =
            Pattern.compile("[-+]?(0b[01_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)");
    private static final Pattern FLOAT =
            Pattern.compile("[-+]?(\\.[0-9]+|[0-9][0-9_]*(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern SPECIAL_FLOAT =
            Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    @Override
    public ScalarResolver getScalarResolver() {
        return (text, implicit) -> implicit ? tag(text) : Tag.STR;
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        return Map.of();
    }

    private static Tag tag(String text) {
        if (NULL.contains(text)) {
            return Tag.NULL;
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return Tag.BOOL;
        }
        if (INTEGER.matcher(text).matches()) {
            return isOctal(text) && text.matches(".*[89].*") ? Tag.FLOAT : Tag.INT;
        }
        if (FLOAT.matcher(text).matches() || SPECIAL_FLOAT.matcher(text).matches()) {
            return Tag.FLOAT;
        }
        return text.equals("<<") ? Tag.MERGE : Tag.STR;
    }

    /**
     * The value of a scalar with its tag.
     *
     * @throws NumberFormatException where an explicit tag claims what the text is not
     */
    static @Nullable Object value(Tag tag, String text) {
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return TRUE.contains(text);
        }
        if (tag.equals(Tag.INT)) {
            return integer(text.replace("_", ""));
        }
        if (tag.equals(Tag.FLOAT)) {
            return SPECIAL_FLOAT.matcher(text).matches()
                    ? special(text)
                    : new BigDecimal(text.replace("_", "")).doubleValue();
        }
        return text;
    }

    private static BigInteger integer(String text) {
        var negative = text.startsWith("-");
        var digits = text.startsWith("-") || text.startsWith("+") ? text.substring(1) : text;
        var value =
                switch (digits.length() > 1 ? digits.substring(0, 2) : "") {
                    case "0x" -> new BigInteger(digits.substring(2), 16);
                    case "0o" -> new BigInteger(digits.substring(2), 8);
                    case "0b" -> new BigInteger(digits.substring(2), 2);
                    default -> new BigInteger(digits, isOctal(digits) ? 8 : 10);
                };
        return negative ? value.negate() : value;
    }

    private static boolean isOctal(String text) {
        return text.matches("[-+]?0[0-9_]+");
    }

    private static double special(String text) {
        if (text.toLowerCase(Locale.ROOT).endsWith("nan")) {
            return Double.NaN;
        }
        return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
}
