package io.chconnect.client.internal.insert;

import io.chconnect.client.NullableArray;
import io.chconnect.codec.Block;
import io.chconnect.codec.ColumnFactory;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.NullableType;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays as a block. */
public final class ColumnBlocks {
    private ColumnBlocks() {}

    /** One block of all values. */
    public static Block block(InsertTarget target, List<?> values) {
        if (values.size() != target.names().size()) {
            throw new ConfigurationException(values.size() + " columns of values, expected "
                    + target.names().size() + " as in " + target.names());
        }
        ColumnFactory factory = new ColumnFactory(target.zone());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            try {
                columns.add(column(factory, target.types().get(i), values.get(i)));
            } catch (ConversionException e) {
                throw e.at(target.names().get(i), e.row());
            }
        }
        return new Block(target.names(), columns);
    }

    private static Column column(ColumnFactory factory, DataType type, Object values) {
        if (!(values instanceof NullableArray nullable)) {
            return factory.column(type, values);
        }
        boolean[] nullMap = nullable.nullMap();
        if (type instanceof NullableType nullableType) {
            return new NullableColumn(type, nullMap.clone(), factory.column(nullableType.inner(), nullable.values()));
        }
        List<@Nullable Object> boxed = new ArrayList<>(nullMap.length);
        for (int row = 0; row < nullMap.length; row++) {
            boxed.add(nullMap[row] ? null : Array.get(nullable.values(), row));
        }
        return factory.column(type, boxed);
    }
}
