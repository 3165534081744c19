package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;

/**
 * Knows the bytes of one type. On the wire a column is a state prefix, and then its data; a container has the prefixes of
 * all its parts before any data. Neither is there for a column without rows. Stateless and thread-safe: what a prefix says
 * is handed on as a {@link Prefix}.
 */
public interface ColumnCodec {
    /** What a prefix said, for the codec that read it. */
    interface Prefix {
        /** Of the types that have no prefix. */
        Prefix NONE = new Prefix() {};
    }

    /** Reads the state prefix. */
    default Prefix readPrefix(WireReader in) {
        return Prefix.NONE;
    }

    /** Reads the data of at least 0 rows. */
    Column read(WireReader in, int rows, Prefix prefix);

    /** Writes the state prefix of a column. */
    default void writePrefix(WireWriter out, Column column) {}

    /** Writes the data of a column. */
    void write(WireWriter out, Column column);

    /**
     * Reads values in the form that each has alone, outside of any column, as in RowBinary. That is the data of a column,
     * but for containers.
     */
    default Column readValues(WireReader in, int count) {
        return read(in, count, Prefix.NONE);
    }

    /** Writes one value in the form that it has alone. */
    default void writeValue(WireWriter out, Column column, int row) {
        ColumnBuilder one = builder(1);
        one.appendFrom(column, row);
        write(out, one.build());
    }

    /** Bytes that a default takes in a column, at most. */
    default long defaultBytes() {
        return Long.BYTES;
    }

    /** An empty builder of columns that this codec writes. */
    ColumnBuilder builder(int expectedRows);
}
