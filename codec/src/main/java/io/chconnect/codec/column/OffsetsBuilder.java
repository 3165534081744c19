package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import java.util.Arrays;

/** Collects where each row of an array or map ends. Not thread-safe. */
final class OffsetsBuilder {
    private int[] offsets;
    private int size;

    OffsetsBuilder(int expectedRows) {
        offsets = new int[expectedRows + 1];
    }

    int size() {
        return size;
    }

    void append(int length) {
        if (size + 1 == offsets.length) {
            offsets = Arrays.copyOf(offsets, ColumnBuilder.grow(offsets.length));
        }
        int end = offsets[size] + length;
        if (end < 0) {
            throw new ConversionException("more than 2^31 elements in one column of a block: send smaller blocks");
        }
        offsets[++size] = end;
    }

    /** Where the last row ends. */
    int end() {
        return offsets[size];
    }

    void truncate(int newSize) {
        size = newSize;
    }

    long byteSize() {
        return (long) size * Long.BYTES;
    }

    int[] build() {
        return Arrays.copyOf(offsets, size + 1);
    }
}
