package dev.patterned.operator.validation.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Types and bounds of single values. */
final class ScalarCheck {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");

    /** Patterns of the API that a sentence says better. */
    private static final Map<String, String> SENTENCES =
            Map.of(
                    "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$",
                    "lower-case letters, digits and \"-\", with a letter or digit at both ends",
                    "^([0-9]{1,5}(h|m|s|ms)){1,4}$",
                    "a duration such as 300ms, 5s or 1h30m",
                    "^/[^\\x00]+$",
                    "an absolute path, beginning with \"/\"",
                    "^\\+?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE][-+]?[0-9]+))?$",
                    "a quantity such as 2, 100m or 256Mi");

    /** What is wrong with a value. */
    record Finding(String code, String message) {}

    private ScalarCheck() {}

    static Optional<Finding> problem(Tree.Scalar scalar, Schema schema) {
        return switch (scalar.value()) {
            case null -> Optional.empty();
            case String text when schema.type().equals("string") || schema.intOrString() ->
                    text(text, schema);
            case BigInteger number when isNumeric(schema) || schema.intOrString() ->
                    number(new BigDecimal(number), schema);
            case Double number when schema.type().equals("number") ->
                    number(BigDecimal.valueOf(number), schema);
            case Boolean _ when schema.type().equals("boolean") -> Optional.empty();
            default -> Optional.of(new Finding("WrongType", wrongType(scalar, schema)));
        };
    }

    /** What should stand there, with an article. */
    static String wanted(Schema schema) {
        if (schema.intOrString()) {
            return "a text or a whole number";
        }
        return switch (schema.type()) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "boolean" -> "true or false";
            default -> "a number";
        };
    }

    private static boolean isNumeric(Schema schema) {
        return schema.type().equals("integer") || schema.type().equals("number");
    }

    private static String wrongType(Tree.Scalar scalar, Schema schema) {
        var source = scalar.source();
        if (scalar.value() instanceof String text) {
            var quotedByMistake =
                    (isNumeric(schema) && WHOLE.matcher(text).matches())
                            || (schema.type().equals("boolean") && text.matches("true|false"));
            return quotedByMistake
                    ? "must be %s, but \"%s\" is a text: take the quotes away"
                            .formatted(wanted(schema), text)
                    : "must be %s, but is the text \"%s\"".formatted(wanted(schema), text);
        }
        if (schema.type().equals("string") || schema.intOrString()) {
            return "must be a text, but YAML reads %s as %s: quote it (\"%s\")"
                    .formatted(source, scalar.description(), source);
        }
        return "must be %s, but %s is %s".formatted(wanted(schema), source, scalar.description());
    }

    private static Optional<Finding> text(String text, Schema schema) {
        if (!schema.choices().isEmpty()) {
            return schema.choices().contains(text)
                    ? Optional.empty()
                    : Optional.of(new Finding("NotOneOf", Suggestions.forChoice(text, schema)));
        }
        var length = BigDecimal.valueOf(text.codePointCount(0, text.length()));
        var bounds = schema.type().equals("string") ? schema.bounds() : NO_BOUNDS;
        if (bounds.least().filter(least -> length.compareTo(least) < 0).isPresent()) {
            var least = bounds.least().orElseThrow().toPlainString();
            return Optional.of(
                    text.isEmpty()
                            ? new Finding("Required", "must not be empty")
                            : new Finding("TooShort", "needs at least " + least + " characters"));
        }
        if (bounds.most().filter(most -> length.compareTo(most) > 0).isPresent()) {
            return Optional.of(
                    new Finding(
                            "TooLong",
                            "has %s characters; at most %s may stand here"
                                    .formatted(
                                            length, bounds.most().orElseThrow().toPlainString())));
        }
        return schema.pattern()
                .filter(pattern -> !pattern.matcher(text).find())
                .map(pattern -> new Finding("Pattern", pattern(text, pattern.pattern())));
    }

    private static final Schema.Bounds NO_BOUNDS =
            new Schema.Bounds(Optional.empty(), Optional.empty());

    private static String pattern(String text, String pattern) {
        var sentence = SENTENCES.get(pattern);
        return "\"%s\" is not %s"
                .formatted(text, sentence == null ? "of the form " + pattern : sentence);
    }

    private static Optional<Finding> number(BigDecimal number, Schema schema) {
        var bounds = schema.intOrString() ? NO_BOUNDS : schema.bounds();
        if (bounds.least().filter(least -> number.compareTo(least) < 0).isPresent()) {
            var least = bounds.least().orElseThrow().toPlainString();
            return Optional.of(new Finding("TooSmall", "must be at least " + least));
        }
        if (bounds.most().filter(most -> number.compareTo(most) > 0).isPresent()) {
            var most = bounds.most().orElseThrow().toPlainString();
            return Optional.of(new Finding("TooLarge", "must be at most " + most));
        }
        return Optional.empty();
    }
}
