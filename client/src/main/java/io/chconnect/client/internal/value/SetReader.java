package io.chconnect.client.internal.value;

import io.chconnect.codec.column.ArrayColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.error.ConversionException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arrays as sets, in the order of the array. */
record SetReader(ColumnReader element) implements ColumnReader {
    @Override
    public Set<@Nullable Object> read(Column column, int row) {
        ArrayColumn array = (ArrayColumn) column;
        Set<@Nullable Object> values = new LinkedHashSet<>();
        int end = array.offsets()[row + 1];
        for (int i = array.offsets()[row]; i < end; i++) {
            Object value = element.read(array.elements(), i);
            if (!values.add(value)) {
                throw ConversionException.of(value, "an element of a Set", "it stands twice in the array");
            }
        }
        return Collections.unmodifiableSet(values);
    }
}
