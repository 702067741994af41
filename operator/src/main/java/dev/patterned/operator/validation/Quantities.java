package dev.patterned.operator.validation;

import io.fabric8.kubernetes.api.model.Quantity;

/** Reads quantities. */
final class Quantities {
    private Quantities() {}

    /** Bytes, or -1 for what is no quantity (the schema refuses it at admission). */
    static long bytes(Quantity quantity) {
        try {
            return Quantity.getAmountInBytes(quantity).longValueExact();
        } catch (IllegalArgumentException | ArithmeticException notANumber) {
            return -1;
        }
    }
}
