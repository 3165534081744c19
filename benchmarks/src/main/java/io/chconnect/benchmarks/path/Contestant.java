package io.chconnect.benchmarks.path;

/** One way to do the work of a pair. */
interface Contestant extends AutoCloseable {
    /** What tables call it. */
    String name();

    /** Does the work once and returns a checksum of what it read, or the rows it wrote, for comparison. */
    long run() throws Exception;

    @Override
    default void close() {}
}
