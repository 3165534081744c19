package io.chconnect.benchmarks.path;

/** One way to do the work of a comparison. */
public interface Contestant extends AutoCloseable {
    /** What tables call it. */
    String name();

    /** Does the work once and returns a checksum of what it read, or the rows it wrote, for comparison. */
    long run() throws Exception;

    /**
     * Does the work once and measures it.
     *
     * @param expected what {@link #run} has to return
     */
    default Measurement measure(long expected) throws Exception {
        return Measurement.of(this, expected);
    }

    @Override
    default void close() {}
}
