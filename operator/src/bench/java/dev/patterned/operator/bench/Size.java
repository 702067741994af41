package dev.patterned.operator.bench;

/**
 * How much is done; each a system property.
 *
 * @param warmUp apps before anything is counted ({@code bench.warmUp})
 * @param apps that are counted ({@code bench.apps})
 * @param edits of children, at random ({@code bench.edits})
 * @param width apps that are created at a time, and writes of the loader in flight ({@code
 *     bench.width})
 */
record Size(int warmUp, int apps, int edits, int width) {
    /** The first of the apps that are counted: with the warm-up a thousand, by default. */
    int first() {
        return Math.max(1, apps / 4);
    }

    /** Apps that are created one at a time. */
    int slow() {
        return Math.min(200, Math.max(1, apps / 10));
    }

    /** Apps at the end. */
    int all() {
        return warmUp + apps + slow();
    }

    static Size fromProperties() {
        return new Size(
                Integer.getInteger("bench.warmUp", 500),
                Integer.getInteger("bench.apps", 2000),
                Integer.getInteger("bench.edits", 500),
                Integer.getInteger("bench.width", 16));
    }
}
