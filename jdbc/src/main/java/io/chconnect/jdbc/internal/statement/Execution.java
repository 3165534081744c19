package io.chconnect.jdbc.internal.statement;

import io.chconnect.client.Client;
import io.chconnect.client.QueryRequest;
import io.chconnect.client.QueryResult;
import io.chconnect.client.ResultColumn;
import io.chconnect.client.internal.sql.Literals;
import io.chconnect.codec.Block;
import io.chconnect.error.CancelledException;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.jdbc.internal.error.SqlErrors;
import io.chconnect.jdbc.internal.result.BlockFeed;
import io.chconnect.jdbc.internal.result.ResultColumns;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One run of a statement, from its start until its result is closed. Cancelling may come from any thread. */
final class Execution implements BlockFeed {
    private final ClickHouseConnection connection;
    private final String queryId;
    private final @Nullable Duration limit;
    private volatile boolean cancelled;
    private volatile @Nullable QueryResult result;

    /** {@code limit} is the longest wait; null means that of the client. */
    Execution(ClickHouseConnection connection, @Nullable Duration limit) {
        String wanted = connection.queryId();
        this.connection = connection;
        this.queryId = wanted == null ? UUID.randomUUID().toString() : wanted;
        this.limit = limit;
    }

    /** Runs the statement up to its first block; null when it gave no rows. */
    @Nullable
    Block start(String sql, Map<String, Object> parameters) throws SQLException {
        Client client = connection.client();
        return guarded(() -> {
            QueryResult started = client.query(request -> {
                describe(request).sql(sql);
                parameters.forEach(request::parameter);
                return request;
            });
            result = started;
            if (cancelled) {
                started.close();
            }
            return started.nextBlock();
        });
    }

    /** The request without its text: id, settings, limit. */
    QueryRequest describe(QueryRequest request) {
        connection.describe(request);
        if (connection.spec().embedded()) {
            request.setting("log_comment", queryId);
        } else {
            request.queryId(queryId);
        }
        return limit == null ? request : request.timeout(limit).deadline(limit);
    }

    /** The columns of the result; none when it has no rows and the server cannot tell. */
    ResultColumns columns(@Nullable Block first) throws SQLException {
        if (first != null) {
            return ResultColumns.of(first);
        }
        QueryResult known = result;
        List<ResultColumn> columns = known == null ? List.of() : SqlErrors.call(known::columns);
        return new ResultColumns(
                columns.stream().map(ResultColumn::name).toList(),
                columns.stream().map(ResultColumn::type).toList());
    }

    /** Whether the statement answers with rows, if only none of them. */
    boolean answersRows() {
        QueryResult known = result;
        return known != null && known.answersRows();
    }

    /** How many rows the statement wrote; 0 when the server does not tell. */
    long writtenRows() {
        QueryResult known = result;
        return known == null ? 0 : Math.max(0, known.summary().writtenRows());
    }

    @Override
    public @Nullable Block next() throws SQLException {
        QueryResult known = result;
        return known == null ? null : guarded(known::nextBlock);
    }

    @Override
    public void close() throws SQLException {
        QueryResult known = result;
        if (known != null) {
            SqlErrors.run(known::close);
        }
    }

    /** Runs a step of the statement; when it was cancelled, that is what its failure says. */
    <T extends @Nullable Object> T guarded(SqlErrors.Work<T> step) throws SQLException {
        try {
            T value = step.run();
            if (cancelled) {
                throw cancelled(null);
            }
            return value;
        } catch (ClickHouseException e) {
            throw SqlErrors.from(cancelled ? cancelled(e) : e);
        } catch (RuntimeException e) {
            throw SqlErrors.from(e);
        }
    }

    private static CancelledException cancelled(@Nullable ClickHouseException cause) {
        return new CancelledException("The statement was cancelled", StatementOutcome.UNKNOWN, cause);
    }

    /** Makes the server give up, from any thread. */
    void cancel() throws SQLException {
        cancelled = true;
        String column = connection.spec().embedded() ? "Settings['log_comment']" : "query_id";
        Client client = connection.client();
        SqlErrors.run(() -> client.command("KILL QUERY WHERE " + column + " = " + Literals.text(queryId) + " ASYNC"));
        close();
    }
}
