package io.chconnect.jooq.reflect;

import io.chconnect.jooq.internal.reflect.SystemTables;
import io.chconnect.jooq.reflect.ReflectedColumn.Kind;
import io.chconnect.types.DataTypes;
import java.util.List;
import java.util.Map;

/** Tables that no statement made, by their rows in the system tables. */
final class ServersOwn {
    private ServersOwn() {}

    static ReflectedTable table(SystemTables.Table table, List<SystemTables.Column> columns) {
        return new ReflectedTable(
                table.database(),
                table.name(),
                ReflectedTable.Kind.TABLE,
                columns.stream().map(ServersOwn::column).toList(),
                List.of(),
                List.of(),
                List.of(),
                new ReflectedStorage(table.engine(), List.of(), "", "", "", "", "", Map.of()),
                "",
                null,
                null,
                table.comment(),
                "");
    }

    private static ReflectedColumn column(SystemTables.Column column) {
        return new ReflectedColumn(
                column.name(),
                DataTypes.parse(column.type()),
                column.kind().isEmpty() ? Kind.PLAIN : Kind.valueOf(column.kind()),
                column.expression(),
                column.comment(),
                List.of(),
                List.of(),
                "",
                Map.of());
    }
}
