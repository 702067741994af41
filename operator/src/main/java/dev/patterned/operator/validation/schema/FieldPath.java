package dev.patterned.operator.validation.schema;

/** A field's place from the object's root, such as {@code spec.logTailers[0].files}. */
record FieldPath(String text) {
    static final FieldPath ROOT = new FieldPath("");

    /** A field or the key of a map; keys that hold dots stand in brackets, as the server does. */
    FieldPath field(String name) {
        if (name.indexOf('.') >= 0 || name.indexOf('/') >= 0) {
            return new FieldPath(text + "[" + name + "]");
        }
        return new FieldPath(text.isEmpty() ? name : text + "." + name);
    }

    FieldPath index(int index) {
        return new FieldPath(text + "[" + index + "]");
    }

    @Override
    public String toString() {
        return text;
    }
}
