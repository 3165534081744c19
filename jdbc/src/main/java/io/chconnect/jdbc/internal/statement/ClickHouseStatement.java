package io.chconnect.jdbc.internal.statement;

import io.chconnect.client.internal.sql.Identifiers;
import io.chconnect.client.internal.sql.Literals;
import io.chconnect.codec.Block;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.result.ClickHouseResultSet;
import io.chconnect.jdbc.internal.result.MemoryResult;
import io.chconnect.jdbc.internal.result.ResultColumns;
import io.chconnect.jdbc.internal.sql.JdbcEscapes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement. Not thread-safe, except that {@link #cancel} and {@link #close} may come from any thread. */
class ClickHouseStatement extends StatementAttributes {
    static final long NO_COUNT = -1;

    private final ClickHouseConnection connection;
    private final List<String> batch = new ArrayList<>();
    private volatile @Nullable Execution execution;
    private volatile boolean closed;
    private @Nullable ClickHouseResultSet result;
    private long updateCount = NO_COUNT;

    ClickHouseStatement(ClickHouseConnection connection, int resultType) {
        super(resultType);
        this.connection = connection;
    }

    final ClickHouseConnection connection() {
        return connection;
    }

    @Override
    void requireOpen() throws SQLException {
        if (closed) {
            throw SqlErrors.wrongState("The statement is closed");
        }
        connection.requireOpen();
    }

    /** Begins a run; the result of the one before is closed. */
    final Execution begin() throws SQLException {
        requireOpen();
        closeResult();
        updateCount = NO_COUNT;
        int seconds = getQueryTimeout();
        Duration network = connection.networkTimeout();
        Duration own = seconds == 0 ? null : Duration.ofSeconds(seconds);
        Duration limit = own == null || (network != null && network.compareTo(own) < 0) ? network : own;
        Execution begun = new Execution(connection, limit);
        execution = begun;
        return begun;
    }

    /** Runs a statement; true when it answered with rows. */
    final boolean run(String sql, Map<String, Object> parameters) throws SQLException {
        Execution run = begin();
        Block first = run.start(sql, parameters);
        if (!run.answersRows()) {
            updateCount = run.writtenRows();
            connection.wrote();
            return false;
        }
        ResultColumns columns = run.columns(first);
        if (getResultSetType() == ResultSet.TYPE_FORWARD_ONLY) {
            result = ClickHouseResultSet.streaming(columns, run, first, getLargeMaxRows(), this, this::resultClosed);
        } else {
            result = ClickHouseResultSet.scrollable(
                    columns, all(run, first), getLargeMaxRows(), this, this::resultClosed);
        }
        return true;
    }

    final void updated(long count) {
        updateCount = count;
        connection.wrote();
    }

    private List<Block> all(Execution run, @Nullable Block first) throws SQLException {
        List<Block> blocks = new ArrayList<>();
        long limit = getLargeMaxRows();
        long rows = 0;
        for (Block block = first; block != null; block = run.next()) {
            blocks.add(block);
            rows += block.rowCount();
            if (limit > 0 && rows >= limit) {
                run.close();
                break;
            }
        }
        return blocks;
    }

    private void resultClosed() {
        if (!closed && result != null) {
            try {
                if (isCloseOnCompletion()) {
                    close();
                }
            } catch (SQLException e) {
                connection.warn("The statement of a closed result could not be closed: " + e.getMessage());
            }
        }
    }

    private void closeResult() throws SQLException {
        ClickHouseResultSet open = result;
        result = null;
        if (open != null) {
            open.close();
        }
    }

    private String translated(String sql) throws SQLException {
        requireOpen();
        if (sql == null || sql.isBlank()) {
            throw SqlErrors.syntax("The statement is empty");
        }
        return escapes() ? JdbcEscapes.translate(sql) : sql;
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return run(translated(sql), Map.of());
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        return requireRows(execute(sql));
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        return toInt(executeLargeUpdate(sql));
    }

    @Override
    public long executeLargeUpdate(String sql) throws SQLException {
        return requireCount(execute(sql));
    }

    final ResultSet requireRows(boolean rows) throws SQLException {
        ResultSet open = result;
        if (!rows || open == null) {
            throw SqlErrors.wrongState(
                    "The statement has run and answered with no rows: call executeUpdate or execute");
        }
        return open;
    }

    final long requireCount(boolean rows) throws SQLException {
        if (rows) {
            closeResult();
            throw SqlErrors.wrongState("The statement has answered with rows: call executeQuery or execute");
        }
        return updateCount;
    }

    static int toInt(long count) throws SQLException {
        if (count > Integer.MAX_VALUE) {
            throw SqlErrors.outOfRange("The count " + count + " is beyond an int: call executeLargeUpdate");
        }
        return (int) count;
    }

    @Override
    public @Nullable ResultSet getResultSet() throws SQLException {
        requireOpen();
        return result;
    }

    @Override
    public int getUpdateCount() throws SQLException {
        requireOpen();
        return result != null ? -1 : (int) Math.min(updateCount, Integer.MAX_VALUE);
    }

    @Override
    public long getLargeUpdateCount() throws SQLException {
        requireOpen();
        return result != null ? -1 : updateCount;
    }

    @Override
    public boolean getMoreResults() throws SQLException {
        return getMoreResults(CLOSE_CURRENT_RESULT);
    }

    @Override
    public boolean getMoreResults(int current) throws SQLException {
        requireOpen();
        if (current != CLOSE_CURRENT_RESULT && current != KEEP_CURRENT_RESULT && current != CLOSE_ALL_RESULTS) {
            throw SqlErrors.invalidArgument("The argument " + current + " is none of Statement's");
        }
        if (current == KEEP_CURRENT_RESULT) {
            result = null;
        } else {
            closeResult();
        }
        updateCount = NO_COUNT;
        return false;
    }

    @Override
    public void cancel() throws SQLException {
        requireOpen();
        Execution running = execution;
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void addBatch(String sql) throws SQLException {
        requireOpen();
        if (sql == null) {
            throw SqlErrors.syntax("The statement is null");
        }
        batch.add(sql);
    }

    @Override
    public void clearBatch() throws SQLException {
        requireOpen();
        batch.clear();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return BatchCounts.toInts(executeLargeBatch());
    }

    @Override
    public long[] executeLargeBatch() throws SQLException {
        requireOpen();
        List<String> statements = List.copyOf(batch);
        batch.clear();
        BatchCounts counts = new BatchCounts(statements.size());
        for (String sql : statements) {
            counts.add(() -> executeLargeUpdate(sql));
        }
        return counts.done();
    }

    /** There are never generated keys, so that this is always an empty result. */
    @Override
    public ResultSet getGeneratedKeys() throws SQLException {
        requireOpen();
        return MemoryResult.of(List.of(), List.of(), List.of(), this);
    }

    @Override
    public int executeUpdate(String sql, int generatedKeys) throws SQLException {
        return executeUpdate(sql);
    }

    @Override
    public int executeUpdate(String sql, int @Nullable [] columns) throws SQLException {
        return executeUpdate(sql);
    }

    @Override
    public int executeUpdate(String sql, String @Nullable [] columns) throws SQLException {
        return executeUpdate(sql);
    }

    @Override
    public long executeLargeUpdate(String sql, int generatedKeys) throws SQLException {
        return executeLargeUpdate(sql);
    }

    @Override
    public long executeLargeUpdate(String sql, int @Nullable [] columns) throws SQLException {
        return executeLargeUpdate(sql);
    }

    @Override
    public long executeLargeUpdate(String sql, String @Nullable [] columns) throws SQLException {
        return executeLargeUpdate(sql);
    }

    @Override
    public boolean execute(String sql, int generatedKeys) throws SQLException {
        return execute(sql);
    }

    @Override
    public boolean execute(String sql, int @Nullable [] columns) throws SQLException {
        return execute(sql);
    }

    @Override
    public boolean execute(String sql, String @Nullable [] columns) throws SQLException {
        return execute(sql);
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireOpen();
        return connection;
    }

    @Override
    public String enquoteLiteral(String text) throws SQLException {
        return Literals.text(SqlErrors.required(text, "text"));
    }

    @Override
    public String enquoteIdentifier(String name, boolean always) throws SQLException {
        return always || !isSimpleIdentifier(name) ? Identifiers.quote(SqlErrors.required(name, "name")) : name;
    }

    @Override
    public boolean isSimpleIdentifier(String name) throws SQLException {
        return SqlErrors.required(name, "name").matches("[A-Za-z_][A-Za-z0-9_]{0,127}");
    }

    @Override
    public String enquoteNCharLiteral(String text) throws SQLException {
        return Literals.text(SqlErrors.required(text, "text"));
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        connection.forget(this);
        batch.clear();
        closeResult();
        Execution running = execution;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isClosed() throws SQLException {
        return closed;
    }
}
