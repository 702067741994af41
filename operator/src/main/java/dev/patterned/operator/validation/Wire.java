package dev.patterned.operator.validation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Values of enumerations as they stand in YAML. */
final class Wire {
    private Wire() {}

    /** The value of a constant's {@link JsonProperty}; null for null. */
    static @Nullable String of(@Nullable Enum<?> constant) {
        return constant == null ? null : text(constant);
    }

    /** The same of a constant that is there. */
    static String text(Enum<?> constant) {
        try {
            var field = constant.getDeclaringClass().getField(constant.name());
            return field.getAnnotation(JsonProperty.class).value();
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
