package io.chconnect.jdbc.internal.metadata;

import io.chconnect.jdbc.internal.result.MemoryResult;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.IntegerType;
import io.chconnect.types.SimpleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a result of metadata, as JDBC demands them. */
final class MetadataShape {
    private final List<String> names = new ArrayList<>();
    private final List<DataType> types = new ArrayList<>();

    private MetadataShape(String columns) {
        for (String column : columns.strip().split("\\s+", -1)) {
            int colon = column.indexOf(':');
            names.add(colon < 0 ? column : column.substring(0, colon));
            types.add(DataTypes.nullable(type(colon < 0 ? "" : column.substring(colon + 1))));
        }
    }

    /** Names in order; {@code :i} stands behind those of an int, {@code :l} of a long, {@code :h} of a short, {@code :b} of a boolean. */
    static MetadataShape of(String columns) {
        return new MetadataShape(columns);
    }

    private static DataType type(String letter) {
        return switch (letter) {
            case "i" -> IntegerType.INT32;
            case "l" -> IntegerType.INT64;
            case "h" -> IntegerType.INT16;
            case "b" -> SimpleType.BOOL;
            default -> SimpleType.STRING;
        };
    }

    ResultSet empty() throws SQLException {
        return rows(List.of());
    }

    ResultSet rows(List<? extends List<? extends @Nullable Object>> rows) throws SQLException {
        return MemoryResult.of(names, types, rows, null);
    }
}
