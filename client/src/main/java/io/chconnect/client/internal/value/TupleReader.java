package io.chconnect.client.internal.value;

import io.chconnect.codec.column.TupleColumn;
import io.chconnect.types.TupleType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tuples as lists, or by the names of their elements as maps. */
final class TupleReader {
    private TupleReader() {}

    static ColumnReader list(List<ColumnReader> elements) {
        return (column, row) -> {
            TupleColumn tuple = (TupleColumn) column;
            List<@Nullable Object> values = new ArrayList<>(elements.size());
            for (int i = 0; i < elements.size(); i++) {
                values.add(elements.get(i).read(tuple.elements().get(i), row));
            }
            return Collections.unmodifiableList(values);
        };
    }

    static ColumnReader map(TupleType type, List<ColumnReader> elements) {
        return (column, row) -> {
            TupleColumn tuple = (TupleColumn) column;
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (int i = 0; i < elements.size(); i++) {
                values.put(
                        type.elements().get(i).name(),
                        elements.get(i).read(tuple.elements().get(i), row));
            }
            return Collections.unmodifiableMap(values);
        };
    }
}
