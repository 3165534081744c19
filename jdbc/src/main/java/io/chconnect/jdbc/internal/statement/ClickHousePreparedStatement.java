package io.chconnect.jdbc.internal.statement;

import io.chconnect.jdbc.TypedValue;
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
import java.sql.SQLSyntaxErrorException;
import java.util.ArrayList;
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
    private final ParameterValues values;
    private final @Nullable InsertSql insertSql;
    private final List<ParameterValues> batch = new ArrayList<>();
    private final List<InsertSection> sections = new ArrayList<>();
    private @Nullable InsertColumns insertColumns;

    /** Batches are often alike: the next one makes room for as many rows as this one had. */
    private int expectedRows = InsertSection.FIRST_ROWS;

    ClickHousePreparedStatement(ClickHouseConnection connection, int resultType, String text) {
        super(connection, resultType);
        sql = ParsedSql.parse(text);
        values = new ParameterValues(sql.parameterCount());
        boolean embedded = connection.spec().embedded();
        insertSql = values.count() == 0
                ? null
                : InsertSql.of(sql)
                        .filter(insert -> InsertColumns.canTake(insert, embedded))
                        .orElse(null);
    }

    @Override
    void set(int parameter, @Nullable Object value) throws SQLException {
        // A column has its own type.
        values.set(place(parameter), insertSql != null && value instanceof TypedValue typed ? typed.value() : value);
    }

    @Override
    void setNumber(int parameter, long value) throws SQLException {
        values.setLong(place(parameter), value);
    }

    @Override
    void setNumber(int parameter, double value) throws SQLException {
        values.setDouble(place(parameter), value);
    }

    @Override
    public void clearParameters() throws SQLException {
        requireOpen();
        values.clear();
    }

    @Override
    public boolean execute() throws SQLException {
        requireOpen();
        values.requireAll();
        if (insertSql == null) {
            return runWithParameters(values);
        }
        InsertSection single = new InsertSection(insertColumns(insertSql), values, 1);
        single.add(values);
        single.send(connection(), begin());
        updated(1);
        return false;
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
        values.requireAll();
        if (insertSql == null) {
            batch.add(values.copy());
        } else {
            section(insertSql).add(values);
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
        sections.clear();
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        requireOpen();
        if (insertSql != null) {
            List<InsertSection> filled = List.copyOf(sections);
            sections.clear();
            if (!filled.isEmpty()) {
                expectedRows = filled.get(0).firstBlockRows();
            }
            return sectionBySection(filled);
        }
        List<ParameterValues> rows = List.copyOf(batch);
        batch.clear();
        return oneByOne(rows);
    }

    private long[] sectionBySection(List<InsertSection> filled) throws BatchUpdateException {
        BatchCounts counts = new BatchCounts(
                filled.stream().mapToInt(InsertSection::rowCount).sum());
        for (InsertSection section : filled) {
            counts.addTogether(section.rowCount(), () -> {
                long written = section.send(connection(), begin());
                updated(section.rowCount());
                return written;
            });
        }
        return counts.done();
    }

    private long[] oneByOne(List<ParameterValues> rows) throws BatchUpdateException {
        BatchCounts counts = new BatchCounts(rows.size());
        for (ParameterValues row : rows) {
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
        Map<String, Object> parameters = new HashMap<>();
        String text = bind(values, parameters);
        return StatementColumns.describe(connection(), text, parameters)
                .map(ClickHouseResultSetMetaData::new)
                .orElse(null);
    }

    @Override
    public ParameterMetaData getParameterMetaData() throws SQLException {
        requireOpen();
        return new ClickHouseParameterMetaData(
                values.count(),
                insertSql == null ? List.of() : insertColumns(insertSql).types());
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

    private InsertColumns insertColumns(InsertSql known) throws SQLException {
        InsertColumns ready = insertColumns;
        if (ready == null) {
            ready = InsertColumns.describe(connection(), known);
            insertColumns = ready;
        }
        return ready;
    }

    /** The section that takes the current values. */
    private InsertSection section(InsertSql known) throws SQLException {
        InsertSection last = sections.isEmpty() ? null : sections.get(sections.size() - 1);
        if (last == null || !last.takes(values)) {
            last = new InsertSection(insertColumns(known), values, expectedRows);
            sections.add(last);
        }
        return last;
    }

    private boolean runWithParameters(ParameterValues row) throws SQLException {
        Map<String, Object> parameters = new HashMap<>();
        String text = bind(row, parameters);
        try {
            return run(text, parameters);
        } catch (SQLSyntaxErrorException e) {
            throw RefusedParameter.explain(e, text);
        }
    }

    /** The text with a server-side parameter or exact SQL for each question mark. */
    private String bind(ParameterValues row, Map<String, Object> parameters) throws SQLException {
        List<String> replacements = new ArrayList<>(row.count());
        for (int i = 0; i < row.count(); i++) {
            BoundValue bound = bound(i, row.get(i));
            if (bound.type() == null) {
                replacements.add(bound.value().toString());
            } else {
                String name = RefusedParameter.PREFIX + (i + 1);
                parameters.put(name, bound.value());
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

    private int place(int parameter) throws SQLException {
        requireOpen();
        if (parameter < 1 || parameter > values.count()) {
            throw SqlErrors.invalidArgument(
                    "There is no parameter " + parameter + ": the statement has " + values.count());
        }
        return parameter - 1;
    }
}
