package dev.patterned.operator.cli;

/**
 * What is said of one thing.
 *
 * @param identity changes when the thing was deleted and made again; empty where that has no
 *     meaning
 */
record Row(String text, String identity) {
    static Row of(String text) {
        return new Row(text, "");
    }
}
