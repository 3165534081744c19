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

    /** An empty builder of columns that this codec writes. */
    ColumnBuilder builder(int expectedRows);
}
