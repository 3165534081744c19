package io.chconnect.jooq.internal.reflect;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Index;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.TableOptions;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.TableImpl;

/** A table, view or dictionary as jOOQ's table, with its columns and with its keys as indexes. */
final class KnownTable extends TableImpl<Record> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Index> indexes = new ArrayList<>();

    private KnownTable(Schema schema, SystemTables.Table table) {
        super(DSL.name(table.name()), schema, null, null, DSL.comment(table.comment()), options(table));
    }

    private static TableOptions options(SystemTables.Table table) {
        if (table.isMaterializedView()) {
            return TableOptions.materializedView(table.statement());
        }
        return table.isView() ? TableOptions.view(table.statement()) : TableOptions.table();
    }

    static List<Table<?>> all(Schema schema, SystemTables system, Function<String, DataType<?>> types) {
        Map<String, List<SystemTables.Column>> columns = system.columns(schema.getName());
        List<SystemTables.Index> indexes = system.indexes(schema.getName(), columns);
        List<Table<?>> tables = new ArrayList<>();
        for (SystemTables.Table row : system.tables(schema.getName())) {
            KnownTable table = new KnownTable(schema, row);
            columns.getOrDefault(row.name(), List.of()).stream()
                    .filter(SystemTables.Column::isReadable)
                    .forEach(column ->
                            createField(DSL.name(column.name()), types.apply(column.type()), table, column.comment()));
            indexes.stream().filter(index -> index.table().equals(row.name())).forEach(table::add);
            tables.add(table);
        }
        return tables;
    }

    private void add(SystemTables.Index index) {
        OrderField<?>[] fields = index.columns().stream().map(this::field).toArray(Field<?>[]::new);
        indexes.add(Internal.createIndex(DSL.name(index.name()), this, fields, false));
    }

    @Override
    public List<Index> getIndexes() {
        return List.copyOf(indexes);
    }
}
