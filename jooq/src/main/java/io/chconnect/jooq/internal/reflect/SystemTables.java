package io.chconnect.jooq.internal.reflect;

import io.chconnect.jooq.internal.clause.SqlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The rows of the server's system tables. */
public final class SystemTables {
    /** A database. */
    public record Database(String name, String engine, String comment) {}

    /** A table, view or dictionary. */
    public record Table(
            String database, String name, String engine, String engineFull, String statement, String comment) {
        /** Whether it is read as a query: a plain, live or window view. */
        public boolean isView() {
            return engine.endsWith("View") && !isMaterializedView();
        }

        /** Whether it is a view that holds rows. */
        public boolean isMaterializedView() {
            return engine.equals("MaterializedView");
        }
    }

    /** A column. */
    public record Column(String name, String type, String kind, String expression, String comment) {
        /** Whether queries can read it. */
        public boolean isReadable() {
            return !kind.equals("EPHEMERAL");
        }
    }

    /** Columns by which rows are found, in order. */
    public record Index(String table, String name, List<String> columns) {}

    private final DSLContext context;

    /** Reads by a context. */
    public SystemTables(DSLContext context) {
        this.context = context;
    }

    /** All databases; the standard's own schema once. */
    public List<Database> databases() {
        return context.resultQuery("select name, engine_full, comment from system.databases"
                        + " where name != 'INFORMATION_SCHEMA' order by name")
                .fetch(row -> new Database(text(row, 0), text(row, 1), text(row, 2)));
    }

    /** The tables of a database, without those that the server keeps for views. */
    public List<Table> tables(String database) {
        return tables("", database);
    }

    /** The table of a name, or nothing. */
    public List<Table> table(String database, String name) {
        return tables(" and name = {1}", database, name);
    }

    private List<Table> tables(String condition, String... values) {
        Field<?>[] parameters = List.of(values).stream().map(DSL::val).toArray(Field<?>[]::new);
        return context.resultQuery(
                        "select database, name, engine, engine_full, create_table_query, comment from system.tables"
                                + " where database = {0} and not startsWith(name, '.inner') and not is_temporary"
                                + condition + " order by name",
                        (Object[]) parameters)
                .fetch(row ->
                        new Table(text(row, 0), text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5)));
    }

    /** The columns of all tables of a database, by table, in order. */
    public Map<String, List<Column>> columns(String database) {
        Map<String, List<Column>> columns = new LinkedHashMap<>();
        context.resultQuery(
                        "select table, name, type, default_kind, default_expression, comment from system.columns"
                                + " where database = {0} order by table, position",
                        DSL.val(database))
                .fetch()
                .forEach(row -> columns.computeIfAbsent(text(row, 0), name -> new ArrayList<>())
                        .add(new Column(text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5))));
        return columns;
    }

    /** The keys and data-skipping indices of a database's tables, as far as they are of plain columns. */
    public List<Index> indexes(String database, Map<String, List<Column>> columns) {
        List<Index> indexes = new ArrayList<>();
        context.resultQuery(
                        "select name, 'order_by', sorting_key from system.tables"
                                + " where database = {0} and sorting_key != '' and not startsWith(name, '.inner')"
                                + " union all select name, 'primary_key', primary_key from system.tables"
                                + " where database = {0} and primary_key not in ('', sorting_key)"
                                + " and not startsWith(name, '.inner')"
                                + " union all select table, name, expr from system.data_skipping_indices"
                                + " where database = {0} and not startsWith(table, '.inner')",
                        DSL.val(database))
                .fetch()
                .forEach(row -> {
                    List<String> names = SqlText.names(text(row, 2));
                    List<String> known = columns.getOrDefault(text(row, 0), List.of()).stream()
                            .map(Column::name)
                            .toList();
                    if (!names.isEmpty() && known.containsAll(names)) {
                        indexes.add(new Index(text(row, 0), text(row, 1), names));
                    }
                });
        indexes.sort(Comparator.comparing(Index::table).thenComparing(Index::name));
        return indexes;
    }

    private static String text(Record row, int index) {
        String value = row.get(index, String.class);
        return value == null ? "" : value;
    }
}
