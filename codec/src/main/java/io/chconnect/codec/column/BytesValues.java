package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;

/** What the stored bytes of a fixed-length type mean: how they become Java values and back. Stateless and thread-safe. */
public interface BytesValues {
    /**
     * The Java value of stored bytes.
     *
     * @param bytes holds the value
     * @param offset where it starts
     * @return never null
     * @throws ConversionException if the bytes have no such form
     */
    Object toObject(byte[] bytes, int offset);

    /**
     * Stores a Java value.
     *
     * @param value of any class the type accepts
     * @param bytes takes the stored bytes
     * @param offset where they start
     * @throws ConversionException if the value is of no accepted class or would lose anything
     */
    void store(Object value, byte[] bytes, int offset);
}
