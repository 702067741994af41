package dev.patterned.api.generator;

/** A field of a type, such as {@code EnvVar.value}. */
record Place(String type, String field) {
    /** Reads {@code Type.field}. */
    static Place of(String dotted) {
        var dot = dotted.indexOf('.');
        return new Place(dotted.substring(0, dot), dotted.substring(dot + 1));
    }

    @Override
    public String toString() {
        return type + "." + field;
    }
}
