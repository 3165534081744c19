package io.chconnect.codec;

/** Where encoded bytes go. Not thread-safe. */
@FunctionalInterface
public interface ByteSink {
    /**
     * Takes bytes over; the array may be reused as soon as the call returns.
     *
     * @param bytes holds the bytes
     * @param offset where they start
     * @param length how many there are
     * @throws io.chconnect.error.ClickHouseException if they cannot be delivered
     */
    void write(byte[] bytes, int offset, int length);
}
