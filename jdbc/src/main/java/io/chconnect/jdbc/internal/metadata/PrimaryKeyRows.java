package io.chconnect.jdbc.internal.metadata;

import io.chconnect.client.Row;
import io.chconnect.jdbc.internal.sql.KeyExpressions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of {@code getPrimaryKeys}: columns with their places in the key. An expression in the key is no column. */
final class PrimaryKeyRows {
    private static final MetadataShape SHAPE =
            MetadataShape.of("TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME KEY_SEQ:h PK_NAME");

    private PrimaryKeyRows() {}

    /** The rows for columns that take part in a key, in their order. */
    static ResultSet of(List<Row> keys, List<Row> columns, Scope scope) throws SQLException {
        Map<List<String>, List<String>> expressions = new HashMap<>();
        for (Row key : keys) {
            expressions.put(table(key), KeyExpressions.of(String.valueOf(key.getString("primary_key"))));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row column : columns) {
            String name = String.valueOf(column.getString("name"));
            int place = expressions.getOrDefault(table(column), List.of()).indexOf(name);
            if (place >= 0) {
                String database = column.getString("database");
                rows.add(Arrays.asList(
                        scope.catalog(database),
                        scope.schema(database),
                        column.getString("table"),
                        name,
                        (short) (place + 1),
                        null));
            }
        }
        return SHAPE.rows(rows);
    }

    private static List<String> table(Row row) {
        return List.of(String.valueOf(row.getString("database")), String.valueOf(row.getString("table")));
    }
}
