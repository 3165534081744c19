package io.chconnect.jooq.codegen;

import io.chconnect.jooq.internal.reflect.SystemTables;
import io.chconnect.jooq.internal.type.JavaClasses;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Name;
import org.jooq.TableOptions.TableType;
import org.jooq.impl.QOM.GenerationMode;
import org.jooq.meta.AbstractTableDefinition;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.DefaultColumnDefinition;
import org.jooq.meta.DefaultDataTypeDefinition;
import org.jooq.meta.SchemaDefinition;

/** A table, view or dictionary, for jOOQ's code generator. */
final class ClickHouseTable extends AbstractTableDefinition {
    private final SystemTables.Table table;

    ClickHouseTable(SchemaDefinition schema, SystemTables.Table table) {
        super(schema, table.name(), table.comment(), type(table), table.statement());
        this.table = table;
    }

    private static TableType type(SystemTables.Table table) {
        if (table.isMaterializedView()) {
            return TableType.MATERIALIZED_VIEW;
        }
        return table.isView() ? TableType.VIEW : TableType.TABLE;
    }

    /** The engine with all its clauses, as the server writes it; of views and dictionaries its name alone. */
    String engine() {
        return table.engineFull().isEmpty() ? table.engine() : table.engineFull();
    }

    @Override
    protected List<ColumnDefinition> getElements0() {
        List<ColumnDefinition> columns = new ArrayList<>();
        ClickHouseDatabase database = (ClickHouseDatabase) getDatabase();
        for (SystemTables.Column column : database.columns(table.database()).getOrDefault(table.name(), List.of())) {
            if (column.isReadable()) {
                columns.add(new DefaultColumnDefinition(
                        this,
                        column.name(),
                        columns.size() + 1,
                        type(column),
                        (GenerationMode) null,
                        column.comment()));
            }
        }
        return columns;
    }

    private DefaultDataTypeDefinition type(SystemTables.Column column) {
        DataType type = DataTypes.parse(column.type());
        return new DefaultDataTypeDefinition(
                getDatabase(),
                getSchema(),
                type.name(),
                null,
                null,
                null,
                JavaClasses.nullable(type),
                null,
                (GenerationMode) null,
                (Name) null,
                null,
                null,
                JavaTypeNames.of(type));
    }
}
