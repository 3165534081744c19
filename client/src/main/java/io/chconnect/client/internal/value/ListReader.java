package io.chconnect.client.internal.value;

import io.chconnect.codec.column.ArrayColumn;
import io.chconnect.codec.column.Column;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays as lists. */
record ListReader(ColumnReader element) implements ColumnReader {
    @Override
    public List<@Nullable Object> read(Column column, int row) {
        ArrayColumn array = (ArrayColumn) column;
        List<@Nullable Object> values = new ArrayList<>(array.length(row));
        int end = array.offsets()[row + 1];
        for (int i = array.offsets()[row]; i < end; i++) {
            values.add(element.read(array.elements(), i));
        }
        return Collections.unmodifiableList(values);
    }
}
