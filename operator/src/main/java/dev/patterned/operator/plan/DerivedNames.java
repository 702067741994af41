package dev.patterned.operator.plan;

import dev.patterned.operator.model.Hash;

/** Names made of a prefix and a user's name, within the 63 characters of a DNS label (RFC 1123). */
final class DerivedNames {
    private static final int LONGEST = 63;
    private static final int HASH = 8;

    private DerivedNames() {}

    /** Prefix and name; a name that is too long is cut, and told apart by a hash of the whole. */
    static String of(String prefix, String name) {
        var whole = prefix + name;
        if (whole.length() <= LONGEST) {
            return whole;
        }
        return whole.substring(0, LONGEST - HASH - 1) + "-" + Hash.of(whole).substring(0, HASH);
    }
}
