package io.chconnect.jdbc.internal.statement;

import io.chconnect.jdbc.internal.bind.BoundValue;
import io.chconnect.jdbc.internal.bind.Parameters;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.result.ClickHouseResultSetMetaData;
import io.chconnect.jdbc.internal.sql.InsertSql;
import io.chconnect.jdbc.internal.sql.ParsedSql;
import java.sql.BatchUpdateException;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement. Its parameters are bound by the server, with types; {@code INSERT … VALUES} with one row of values
 * goes as columns. Not thread-safe, except for cancelling and closing.
 */
final class ClickHousePreparedStatement extends PreparedSetters {
    private final ParsedSql sql;
    private final @Nullable Object[] values;
    private final boolean[] given;
    private final @Nullable InsertSql insertSql;
    private final List<@Nullable Object[]> batch = new ArrayList<>();
    private @Nullable ColumnarInsert insert;

    ClickHousePreparedStatement(ClickHouseConnection connection, int resultType, String text) {
        super(connection, resultType);
        sql = ParsedSql.parse(text);
        values = new @Nullable Object[sql.parameterCount()];
        given = new boolean[values.length];
        insertSql = values.length == 0 ? null : InsertSql.of(sql).orElse(null);
    }

    @Override
    void set(int parameter, @Nullable Object value) throws SQLException {
        requireOpen();
        requireParameter(parameter);
        values[parameter - 1] = value;
        given[parameter - 1] = true;
    }

    @Override
    public void clearParameters() throws SQLException {
        requireOpen();
        Arrays.fill(values, null);
        Arrays.fill(given, false);
    }

    @Override
    public boolean execute() throws SQLException {
        requireOpen();
        requireAllGiven();
        if (insertSql != null) {
            ColumnarInsert columnar = columnar(insertSql);
            if (columnar.add(values)) {
                updated(columnar.send(begin(), 1));
                return false;
            }
        }
        return runWithParameters(values);
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return requireRows(execute());
    }

    @Override
    public int executeUpdate() throws SQLException {
        return toInt(executeLargeUpdate());
    }

    @Override
    public long executeLargeUpdate() throws SQLException {
        return requireCount(execute());
    }

    @Override
    public void addBatch() throws SQLException {
        requireOpen();
        requireAllGiven();
        if (insertSql == null || !columnar(insertSql).add(values)) {
            batch.add(values.clone());
        }
    }

    @Override
    public void addBatch(String text) throws SQLException {
        throw SqlErrors.wrongState("A prepared statement has its text already: call addBatch()");
    }

    @Override
    public void clearBatch() throws SQLException {
        requireOpen();
        batch.clear();
        if (insert != null) {
            insert.clear();
        }
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        requireOpen();
        ColumnarInsert columnar = insert;
        if (columnar != null && columnar.rowCount() > 0) {
            int rows = columnar.rowCount();
            try {
                long written = columnar.send(begin(), rows);
                updated(written);
                return BatchCounts.together(rows, written == rows);
            } catch (SQLException e) {
                throw BatchCounts.failure(e, new long[0]);
            }
        }
        List<@Nullable Object[]> rows = List.copyOf(batch);
        batch.clear();
        return oneByOne(rows);
    }

    private long[] oneByOne(List<@Nullable Object[]> rows) throws BatchUpdateException {
        BatchCounts counts = new BatchCounts(rows.size());
        for (@Nullable Object[] row : rows) {
            counts.add(() -> requireCount(runWithParameters(row)));
        }
        return counts.done();
    }

    /** Null when the statement is no query, or has parameters without values, so that its columns are not known yet. */
    @Override
    public @Nullable ResultSetMetaData getMetaData() throws SQLException {
        requireOpen();
        ResultSet open = getResultSet();
        if (open != null) {
            return open.getMetaData();
        }
        if (!sql.isDescribable()) {
            return null;
        }
        Map<String, String> parameters = new HashMap<>();
        String text = bind(values, parameters);
        return StatementColumns.describe(connection(), text, parameters)
                .map(ClickHouseResultSetMetaData::new)
                .orElse(null);
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        requireOpen();
        return new ClickHouseParameterMetaData(
                values.length,
                insertSql == null ? List.of() : columnar(insertSql).parameterTypes());
    }

    @Override
    public boolean execute(String text) throws SQLException {
        throw SqlErrors.wrongState("A prepared statement has its text already: call the method without one");
    }

    @Override
    public ResultSet executeQuery(String text) throws SQLException {
        execute(text);
        return requireRows(false);
    }

    @Override
    public long executeLargeUpdate(String text) throws SQLException {
        execute(text);
        return 0;
    }

    private ColumnarInsert columnar(InsertSql known) throws SQLException {
        ColumnarInsert ready = insert;
        if (ready == null) {
            ready = ColumnarInsert.prepare(connection(), known);
            insert = ready;
        }
        return ready;
    }

    private boolean runWithParameters(@Nullable Object[] row) throws SQLException {
        Map<String, String> parameters = new HashMap<>();
        String text = bind(row, parameters);
        return run(text, parameters);
    }

    /** The text with a server-side parameter or exact SQL for each question mark. */
    private String bind(@Nullable Object[] row, Map<String, String> parameters) throws SQLException {
        List<String> replacements = new ArrayList<>(row.length);
        for (int i = 0; i < row.length; i++) {
            BoundValue bound = bound(i, row[i]);
            if (bound.type() == null) {
                replacements.add(bound.text());
            } else {
                String name = "jdbc_" + (i + 1);
                parameters.put(name, bound.text());
                replacements.add("{" + name + ":" + bound.type() + "}");
            }
        }
        return sql.with(replacements);
    }

    private BoundValue bound(int index, @Nullable Object value) throws SQLException {
        try {
            return Parameters.bind(value, sql.place(index));
        } catch (SQLException e) {
            throw placed(index, e);
        } catch (RuntimeException e) {
            throw placed(index, SqlErrors.from(e));
        }
    }

    private static SQLException placed(int index, SQLException e) {
        return new java.sql.SQLDataException("Parameter " + (index + 1) + ": " + e.getMessage(), e.getSQLState(), e);
    }

    private void requireParameter(int parameter) throws SQLException {
        if (parameter < 1 || parameter > values.length) {
            throw SqlErrors.invalidArgument(
                    "There is no parameter " + parameter + ": the statement has " + values.length);
        }
    }

    private void requireAllGiven() throws SQLException {
        for (int i = 0; i < given.length; i++) {
            if (!given[i]) {
                throw SqlErrors.invalidArgument("Parameter " + (i + 1) + " of " + given.length + " has no value");
            }
        }
    }
}
