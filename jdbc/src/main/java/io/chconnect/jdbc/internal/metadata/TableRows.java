package io.chconnect.jdbc.internal.metadata;

import io.chconnect.client.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of {@code getTables}. */
final class TableRows {
    private static final MetadataShape SHAPE = MetadataShape.of("TABLE_CAT TABLE_SCHEM TABLE_NAME TABLE_TYPE REMARKS"
            + " TYPE_CAT TYPE_SCHEM TYPE_NAME SELF_REFERENCING_COL_NAME REF_GENERATION");

    private TableRows() {}

    /** The tables of some types, by their names; null stands for all types. */
    static ResultSet of(List<Row> tables, Scope scope, @Nullable Set<String> types) throws SQLException {
        List<Table> found = new ArrayList<>();
        for (Row row : tables) {
            Table table = Table.of(row);
            if (types == null || types.contains(table.type.text())) {
                found.add(table);
            }
        }
        found.sort(
                Comparator.comparing(Table::type).thenComparing(Table::database).thenComparing(Table::name));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Table table : found) {
            rows.add(Arrays.asList(
                    scope.catalog(table.database),
                    scope.schema(table.database),
                    table.name,
                    table.type.text(),
                    table.comment,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        return SHAPE.rows(rows);
    }

    private record Table(String database, String name, TableType type, String comment) {
        static Table of(Row row) {
            String database = String.valueOf(row.getString("database"));
            TableType type =
                    TableType.of(database, String.valueOf(row.getString("engine")), row.getLong("is_temporary") != 0);
            return new Table(
                    database, String.valueOf(row.getString("name")), type, String.valueOf(row.getString("comment")));
        }
    }
}
