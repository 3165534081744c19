package io.chconnect.client.transport;

import io.chconnect.client.ExternalTable;
import io.chconnect.client.ProgressListener;
import io.chconnect.client.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes {@link StatementRequest}s, from the plain one and as changed copies of others. Not thread-safe. */
public final class StatementRequestBuilder {
    private String operationId;
    private String sql;
    private @Nullable String queryId;
    private @Nullable String database;
    private @Nullable Session session;
    private List<String> roles = List.of();
    private Map<String, String> headers = Map.of();
    private Map<String, String> settings = Map.of();
    private Map<String, String> parameters = Map.of();
    private List<ExternalTable> externalTables = List.of();
    private final Duration timeout;
    private @Nullable Duration deadline;
    private @Nullable ProgressListener progress;
    private AttemptObserver observer = AttemptObserver.NONE;
    private boolean repeatable;

    StatementRequestBuilder(String sql, Duration timeout) {
        this.operationId = newId();
        this.sql = sql;
        this.timeout = timeout;
    }

    StatementRequestBuilder(StatementRequest origin) {
        operationId = origin.operationId();
        sql = origin.sql();
        queryId = origin.queryId();
        database = origin.database();
        session = origin.session();
        roles = origin.roles();
        headers = origin.headers();
        settings = origin.settings();
        parameters = origin.parameters();
        externalTables = origin.externalTables();
        timeout = origin.timeout();
        deadline = origin.deadline();
        progress = origin.progress();
        observer = origin.observer();
        repeatable = origin.repeatable();
    }

    /** Another statement: what belonged to the run of the first one does not go along. */
    StatementRequestBuilder other(String text) {
        operationId = newId();
        sql = text;
        queryId = null;
        observer = AttemptObserver.NONE;
        repeatable = false;
        return this;
    }

    StatementRequestBuilder observer(AttemptObserver watcher) {
        observer = watcher;
        return this;
    }

    /**
     * The id.
     *
     * @param id the id it shall run under; null, as by default, lets the transport choose one
     * @return this builder
     */
    public StatementRequestBuilder queryId(@Nullable String id) {
        queryId = id;
        return this;
    }

    /**
     * The database.
     *
     * @param name the database of names without one; null, as by default, means the one of the client
     * @return this builder
     */
    public StatementRequestBuilder database(@Nullable String name) {
        database = name;
        return this;
    }

    /**
     * The session.
     *
     * @param owner the session it belongs to; null, as by default, for none
     * @return this builder
     */
    public StatementRequestBuilder session(@Nullable Session owner) {
        session = owner;
        return this;
    }

    /**
     * The roles, all of them.
     *
     * @param names the roles it runs with; empty, as by default, for those of the user
     * @return this builder
     */
    public StatementRequestBuilder roles(List<String> names) {
        roles = names;
        return this;
    }

    /**
     * The headers, all of them.
     *
     * @param all more headers, for transports that have headers; none by default
     * @return this builder
     */
    public StatementRequestBuilder headers(Map<String, String> all) {
        headers = all;
        return this;
    }

    /**
     * The settings, all of them.
     *
     * @param all server settings, sent as given; none by default
     * @return this builder
     */
    public StatementRequestBuilder settings(Map<String, String> all) {
        settings = all;
        return this;
    }

    /**
     * The parameters, all of them.
     *
     * @param values values of {@code {name:Type}} placeholders, in ClickHouse's escaped form; none by default
     * @return this builder
     */
    public StatementRequestBuilder parameters(Map<String, String> values) {
        parameters = values;
        return this;
    }

    /**
     * The tables, all of them.
     *
     * @param tables tables that exist for this statement alone; none by default
     * @return this builder
     */
    public StatementRequestBuilder externalTables(List<ExternalTable> tables) {
        externalTables = tables;
        return this;
    }

    /**
     * The limit for the whole.
     *
     * @param limit how long the statement may take in all, its answer included; null, as by default, for no such limit
     * @return this builder
     */
    public StatementRequestBuilder deadline(@Nullable Duration limit) {
        deadline = limit;
        return this;
    }

    /**
     * The listener.
     *
     * @param listener is told how far the statement is; null, as by default, for nobody
     * @return this builder
     */
    public StatementRequestBuilder progress(@Nullable ProgressListener listener) {
        progress = listener;
        return this;
    }

    /**
     * Whether it may run twice.
     *
     * @param harmless whether running it twice does no harm although it writes, as its user says; false by default
     * @return this builder
     */
    public StatementRequestBuilder repeatable(boolean harmless) {
        repeatable = harmless;
        return this;
    }

    /**
     * Makes the request.
     *
     * @return a request with copies of the lists and maps
     */
    public StatementRequest build() {
        return new StatementRequest(
                operationId,
                sql,
                queryId,
                database,
                session,
                roles,
                headers,
                settings,
                parameters,
                externalTables,
                timeout,
                deadline,
                progress,
                observer,
                repeatable);
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }
}
