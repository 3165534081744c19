package io.chconnect.client.internal.value;

import io.chconnect.codec.column.Column;
import org.jspecify.annotations.Nullable;

/** Reads the values of columns of one type as objects of one class. Stateless and thread-safe. */
@FunctionalInterface
public interface ColumnReader {
    /** The value in a row; null for NULL. */
    @Nullable
    Object read(Column column, int row);

    /** Values as the class that belongs to their type. */
    ColumnReader NATURAL = Column::get;
}
