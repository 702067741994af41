package dev.patterned.operator.controlplane;

/** Where a start tells what it is doing; the first one on a machine takes minutes. */
public interface Progress {

    /** Says one thing, once. */
    void say(String line);

    /**
     * Begins something that takes a while, such as {@code "Building etcd"}; closed when it is over.
     */
    Step begin(String what);

    /** One thing under way. */
    interface Step extends AutoCloseable {

        /** Replaces what is said beside the elapsed time, such as the file in work. */
        void detail(String detail);

        /** Ends the step and says so, with the time it took. */
        void done();

        /** Ends the step; without a {@link #done} before it, it counts as given up. */
        @Override
        void close();
    }

    /** Says nothing. */
    static Progress silent() {
        return new Progress() {
            @Override
            public void say(String line) {}

            @Override
            public Step begin(String what) {
                return new Step() {
                    @Override
                    public void detail(String detail) {}

                    @Override
                    public void done() {}

                    @Override
                    public void close() {}
                };
            }
        };
    }
}
