package io.chconnect.jooq.codegen;

import io.chconnect.jooq.ClickHouseDSL;
import io.chconnect.jooq.internal.reflect.SystemTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SortOrder;
import org.jooq.meta.AbstractDatabase;
import org.jooq.meta.AbstractIndexDefinition;
import org.jooq.meta.ArrayDefinition;
import org.jooq.meta.CatalogDefinition;
import org.jooq.meta.ColumnDefinition;
import org.jooq.meta.DefaultIndexColumnDefinition;
import org.jooq.meta.DefaultRelations;
import org.jooq.meta.DomainDefinition;
import org.jooq.meta.EnumDefinition;
import org.jooq.meta.IndexColumnDefinition;
import org.jooq.meta.IndexDefinition;
import org.jooq.meta.PackageDefinition;
import org.jooq.meta.RoutineDefinition;
import org.jooq.meta.SchemaDefinition;
import org.jooq.meta.SequenceDefinition;
import org.jooq.meta.TableDefinition;
import org.jooq.meta.UDTDefinition;
import org.jooq.meta.XMLSchemaCollectionDefinition;

/**
 * What jOOQ's code generator reads of ClickHouse: databases as schemas, tables with their engines and keys, columns with their
 * exact types and comments, views and dictionaries. It is named in the {@code <database>} of jOOQ's configuration, together
 * with {@link ClickHouseGenerator} as the {@code <generator>}; the connection is one of this project's JDBC driver.
 *
 * <p>Keys are indexes, not unique keys, since many rows may have equal ones: {@code T_order_by} of a table {@code T}, and
 * {@code T_primary_key} where that is a shorter one, as far as they are of plain columns; data-skipping indices likewise.
 * What identifies rows can be said by jOOQ's {@code <syntheticObjects>}. Ephemeral columns are left out, since no query can read them.
 *
 * <p>Not thread-safe; jOOQ makes one for each run.
 */
public final class ClickHouseDatabase extends AbstractDatabase {
    private final Map<String, Map<String, List<SystemTables.Column>>> columns = new HashMap<>();

    /** Creates a database. */
    public ClickHouseDatabase() {}

    @Override
    protected DSLContext create0() {
        return ClickHouseDSL.using(getConnection());
    }

    SystemTables system() {
        return new SystemTables(create());
    }

    /** The columns of a database's tables, which are read once. */
    Map<String, List<SystemTables.Column>> columns(String database) {
        return columns.computeIfAbsent(database, name -> system().columns(name));
    }

    @Override
    protected List<SchemaDefinition> getSchemata0() {
        List<SchemaDefinition> schemata = new ArrayList<>();
        system().databases()
                .forEach(database -> schemata.add(new SchemaDefinition(this, database.name(), database.comment())));
        return schemata;
    }

    @Override
    protected List<TableDefinition> getTables0() {
        List<TableDefinition> tables = new ArrayList<>();
        for (String database : getInputSchemata()) {
            SchemaDefinition schema = getSchema(database);
            if (schema != null) {
                system().tables(database).forEach(table -> tables.add(new ClickHouseTable(schema, table)));
            }
        }
        return tables;
    }

    @Override
    protected List<CatalogDefinition> getCatalogs0() {
        List<CatalogDefinition> catalogs = new ArrayList<>();
        catalogs.add(new CatalogDefinition(this, "", ""));
        return catalogs;
    }

    @Override
    protected void loadPrimaryKeys(DefaultRelations relations) {}

    @Override
    protected void loadUniqueKeys(DefaultRelations relations) {}

    @Override
    protected void loadForeignKeys(DefaultRelations relations) {}

    @Override
    protected void loadCheckConstraints(DefaultRelations relations) {}

    @Override
    protected List<SequenceDefinition> getSequences0() {
        return new ArrayList<>();
    }

    @Override
    protected List<RoutineDefinition> getRoutines0() {
        return new ArrayList<>();
    }

    @Override
    protected List<PackageDefinition> getPackages0() {
        return new ArrayList<>();
    }

    @Override
    protected List<EnumDefinition> getEnums0() {
        return new ArrayList<>();
    }

    @Override
    protected List<DomainDefinition> getDomains0() {
        return new ArrayList<>();
    }

    @Override
    protected List<XMLSchemaCollectionDefinition> getXMLSchemaCollections0() {
        return new ArrayList<>();
    }

    @Override
    protected List<UDTDefinition> getUDTs0() {
        return new ArrayList<>();
    }

    @Override
    protected List<ArrayDefinition> getArrays0() {
        return new ArrayList<>();
    }

    @Override
    protected List<IndexDefinition> getIndexes0() {
        List<IndexDefinition> indexes = new ArrayList<>();
        for (String database : getInputSchemata()) {
            SchemaDefinition schema = getSchema(database);
            if (schema != null) {
                system().indexes(database, columns(database)).forEach(index -> add(indexes, schema, index));
            }
        }
        return indexes;
    }

    private void add(List<IndexDefinition> indexes, SchemaDefinition schema, SystemTables.Index index) {
        TableDefinition table = getTable(schema, index.table());
        if (table == null) {
            return;
        }
        List<ColumnDefinition> columns = new ArrayList<>();
        for (String name : index.columns()) {
            ColumnDefinition column = table.getColumn(name);
            if (column == null) {
                return;
            }
            columns.add(column);
        }
        indexes.add(new Index(schema, index.table() + "_" + index.name(), table, columns));
    }

    /** An index of columns. */
    private static final class Index extends AbstractIndexDefinition {
        private final List<ColumnDefinition> columns;

        Index(SchemaDefinition schema, String name, TableDefinition table, List<ColumnDefinition> columns) {
            super(schema, name, table, false);
            this.columns = columns;
        }

        @Override
        protected List<IndexColumnDefinition> getIndexColumns0() {
            List<IndexColumnDefinition> parts = new ArrayList<>();
            for (ColumnDefinition column : columns) {
                parts.add(new DefaultIndexColumnDefinition(this, column, SortOrder.ASC, parts.size() + 1));
            }
            return parts;
        }
    }
}
