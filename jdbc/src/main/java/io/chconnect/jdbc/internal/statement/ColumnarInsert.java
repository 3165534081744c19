package io.chconnect.jdbc.internal.statement;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.client.internal.sql.Literals;
import io.chconnect.codec.Block;
import io.chconnect.codec.BlockBuilder;
import io.chconnect.jdbc.internal.bind.Parameters;
import io.chconnect.jdbc.internal.bind.PlainValues;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.sql.InsertSql;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an {@code INSERT … VALUES (?, …)} as columns. Plain parameters take the types of their columns. Where a value
 * is an expression, the server computes it of the parameters in it, which take the types of their first row.
 */
final class ColumnarInsert {
    private static final Set<String> NOT_INSERTABLE = Set.of("ALIAS", "MATERIALIZED", "EPHEMERAL");
    private static final int MAX_ROWS = 65_536;
    private static final long MAX_BYTES = 8L << 20;

    private final ClickHouseConnection connection;
    private final InsertSql sql;
    private final ZoneId zone;
    private final List<String> columns;
    private final List<@Nullable DataType> types;
    private final List<Block> full = new ArrayList<>();
    private @Nullable BlockBuilder builder;
    private int rows;

    private ColumnarInsert(
            ClickHouseConnection connection,
            InsertSql sql,
            ZoneId zone,
            List<String> columns,
            List<@Nullable DataType> types) {
        this.connection = connection;
        this.sql = sql;
        this.zone = zone;
        this.columns = columns;
        this.types = types;
    }

    /** Asks the server for the types of the columns. */
    static ColumnarInsert prepare(ClickHouseConnection connection, InsertSql sql) throws SQLException {
        Client client = connection.client();
        return SqlErrors.call(() -> {
            Map<String, DataType> known = new LinkedHashMap<>();
            ZoneId zone;
            try (QueryResult result = client.query(request -> {
                connection.spec().settings().forEach(request::setting);
                return request.sql("DESCRIBE TABLE " + sql.table());
            })) {
                zone = result.zone();
                for (Row row : result) {
                    String kind = row.getString("default_type");
                    if (!NOT_INSERTABLE.contains(String.valueOf(kind))
                            || !sql.columns().isEmpty()) {
                        known.put(
                                String.valueOf(row.getString("name")),
                                DataTypes.parse(String.valueOf(row.getString("type"))));
                    }
                }
            }
            List<String> columns = sql.columns().isEmpty() ? List.copyOf(known.keySet()) : sql.columns();
            return new ColumnarInsert(connection, sql, zone, columns, parameterTypes(sql, columns, known));
        });
    }

    private static List<@Nullable DataType> parameterTypes(
            InsertSql sql, List<String> columns, Map<String, DataType> known) throws SQLException {
        if (columns.size() != sql.values().size()) {
            throw SqlErrors.syntax(
                    "The insert has " + sql.values().size() + " values for " + columns.size() + " columns: " + columns);
        }
        List<@Nullable DataType> types = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            InsertSql.Value value = sql.values().get(i);
            DataType type = known.get(columns.get(i));
            if (type == null) {
                throw SqlErrors.noColumn("Table " + sql.table() + " has no column \"" + columns.get(i)
                        + "\" to insert into: expected one of " + known.keySet());
            }
            for (int parameter = 0; parameter < value.parameters(); parameter++) {
                types.add(value.plain() ? type : null);
            }
        }
        return types;
    }

    /** The types of the parameters; null where any fits. */
    List<@Nullable DataType> parameterTypes() {
        return types;
    }

    int rowCount() {
        return rows;
    }

    void clear() {
        full.clear();
        builder = null;
        rows = 0;
    }

    /** Adds a row; false when it cannot go as columns, and nothing was added. */
    boolean add(@Nullable Object[] values) throws SQLException {
        if (!sql.plain() && !computable()) {
            return false;
        }
        List<@Nullable Object> row = new ArrayList<>(values.length);
        for (Object value : values) {
            row.add(value == null ? null : PlainValues.of(value));
        }
        try {
            BlockBuilder target = builder;
            if (target == null) {
                target = new BlockBuilder(names(), fixTypes(row), zone, full.isEmpty() ? 64 : MAX_ROWS);
                builder = target;
            }
            target.appendRow(row);
            rows++;
            if (target.rowCount() >= MAX_ROWS || target.byteSize() >= MAX_BYTES) {
                full.add(target.build());
                builder = null;
            }
            return true;
        } catch (RuntimeException e) {
            throw SqlErrors.from(e);
        }
    }

    /** Whether the server can compute the values of columns: in process it reads no such insert. */
    private boolean computable() {
        return !connection.spec().embedded()
                && sql.values().stream().noneMatch(value -> value.text().equalsIgnoreCase("DEFAULT"));
    }

    /** Sends all rows, and forgets them however it ends. */
    long send(Execution run, int expected) throws SQLException {
        BlockBuilder last = builder;
        if (last != null) {
            full.add(last.build());
        }
        List<Block> blocks = List.copyOf(full);
        clear();
        Client client = connection.client();
        return run.guarded(() -> {
            long written = client.insertBlocks(request -> run.describe(request).sql(text()), blocks.iterator())
                    .writtenRows();
            return written < 0 ? expected : written;
        });
    }

    /** The statement of the columns: the user's own head, and an expression per value where they are not all plain. */
    private String text() {
        if (sql.plain()) {
            return sql.head().strip();
        }
        StringBuilder select = new StringBuilder(sql.head().strip()).append(" SELECT ");
        StringBuilder input = new StringBuilder();
        List<String> names = names();
        int parameter = 0;
        for (int i = 0; i < sql.values().size(); i++) {
            InsertSql.Value value = sql.values().get(i);
            List<String> own = names.subList(parameter, parameter + value.parameters());
            select.append(i == 0 ? "" : ", ").append(value.with(own));
            parameter += value.parameters();
        }
        for (int i = 0; i < names.size(); i++) {
            input.append(i == 0 ? "" : ", ")
                    .append(names.get(i))
                    .append(' ')
                    .append(typeOf(i).name());
        }
        return select + " FROM input(" + Literals.text(input.toString()) + ")";
    }

    private List<String> names() {
        if (sql.plain()) {
            return columns;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            names.add("jdbc_" + (i + 1));
        }
        return names;
    }

    /** The types, with those of expressions taken from the row. */
    private List<DataType> fixTypes(List<@Nullable Object> row) throws SQLException {
        List<DataType> fixed = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i) == null) {
                types.set(i, Parameters.nullableType(row.get(i)));
            }
            fixed.add(typeOf(i));
        }
        return fixed;
    }

    private DataType typeOf(int parameter) {
        DataType type = types.get(parameter);
        if (type == null) {
            throw new IllegalStateException("Parameter " + (parameter + 1) + " has no type yet");
        }
        return type;
    }
}
