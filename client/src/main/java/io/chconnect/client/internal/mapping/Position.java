package io.chconnect.client.internal.mapping;

import io.chconnect.codec.column.Column;
import java.util.List;

/** The row that is being read. */
final class Position {
    final Column[] columns;
    int row;

    Position(List<Column> columns) {
        this.columns = columns.toArray(Column[]::new);
    }
}
