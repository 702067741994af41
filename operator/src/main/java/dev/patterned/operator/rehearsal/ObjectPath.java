package dev.patterned.operator.rehearsal;

/**
 * Where an object is.
 *
 * @param resource in the plural, as in a URL
 */
record ObjectPath(String namespace, String resource, String name) {
    /** Of a URL's path, which may end in a subresource. */
    static ObjectPath of(String path) {
        var parts = path.replaceFirst(".*/namespaces/", "").split("/", -1);
        return new ObjectPath(parts[0], parts[1], parts[2]);
    }
}
