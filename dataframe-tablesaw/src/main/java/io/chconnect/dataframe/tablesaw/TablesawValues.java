package io.chconnect.dataframe.tablesaw;

import io.chconnect.types.DataType;
import io.chconnect.types.LowCardinalityType;
import io.chconnect.types.NullableType;
import io.chconnect.types.TypeKind;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.columns.Column;

/** The values of Tablesaw's columns as an insert takes them. */
final class TablesawValues {
    private TablesawValues() {}

    /** The values for a column of the server; null where one is missing. */
    static @Nullable Object[] of(Column<?> column, DataType type) {
        DataType inner = type instanceof LowCardinalityType wrapper ? wrapper.inner() : type;
        boolean nullable = inner.kind() == TypeKind.NULLABLE;
        DataType plain = inner instanceof NullableType wrapper ? wrapper.inner() : inner;
        @Nullable Object[] values = new @Nullable Object[column.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.isMissing(row) ? missing(plain, nullable) : column.get(row);
        }
        return values;
    }

    /** NaN and the empty text, which Tablesaw does not tell from what is missing, where a column has no NULL. */
    private static @Nullable Object missing(DataType type, boolean nullable) {
        if (nullable) {
            return null;
        }
        return switch (type.kind()) {
            case FLOAT32, BFLOAT16 -> Float.NaN;
            case FLOAT64 -> Double.NaN;
            case STRING, FIXED_STRING -> "";
            default -> null;
        };
    }
}
