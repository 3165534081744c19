package io.chconnect.client.transport;

import io.chconnect.client.ExternalTable;
import io.chconnect.client.ProgressListener;
import io.chconnect.client.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement on its way to ClickHouse.
 *
 * @param operationId what {@link Transport#cancel} takes; unique, and never sent
 * @param sql the text, as the user wrote it
 * @param queryId the id it shall run under; null lets the transport choose one
 * @param database the database of names without one; null means the one of the client
 * @param session the session it belongs to; null for none
 * @param roles the roles it runs with; empty for those of the user
 * @param headers more headers, for transports that have headers
 * @param settings server settings, sent as given
 * @param parameters values of {@code {name:Type}} placeholders, in ClickHouse's escaped form
 * @param externalTables tables that exist for this statement alone
 * @param timeout how long to wait for each next piece of the answer
 * @param deadline how long the statement may take in all, its answer included; null for no such limit
 * @param progress is told how far the statement is; null for nobody
 * @param observer is told of the attempts to run it; {@link AttemptObserver#NONE} for nobody
 * @param repeatable whether running it twice does no harm although it writes, as its user says
 */
public record StatementRequest(
        String operationId,
        String sql,
        @Nullable String queryId,
        @Nullable String database,
        @Nullable Session session,
        List<String> roles,
        Map<String, String> headers,
        Map<String, String> settings,
        Map<String, String> parameters,
        List<ExternalTable> externalTables,
        Duration timeout,
        @Nullable Duration deadline,
        @Nullable ProgressListener progress,
        AttemptObserver observer,
        boolean repeatable) {
    /** Copies the lists and maps. */
    public StatementRequest {
        roles = List.copyOf(roles);
        headers = Map.copyOf(headers);
        settings = Map.copyOf(settings);
        parameters = Map.copyOf(parameters);
        externalTables = List.copyOf(externalTables);
    }

    /**
     * A plain statement: outside of sessions, with the client's own database and the user's own roles, which nobody observes
     * and which is sent again only when it reads. It gets an id of its own.
     *
     * @param sql the text, as the user wrote it
     * @param timeout how long to wait for each next piece of the answer
     * @return a builder that changes what is not plain about it
     */
    public static StatementRequestBuilder builder(String sql, Duration timeout) {
        return new StatementRequestBuilder(sql, timeout);
    }

    /**
     * The same statement with somebody who watches it.
     *
     * @param listener is told how far the statement is; null for nobody
     * @param watcher is told of the attempts to run it
     * @return a new request with the same id
     */
    public StatementRequest observedBy(@Nullable ProgressListener listener, AttemptObserver watcher) {
        return copy().progress(listener).observer(watcher).build();
    }

    /**
     * Another statement under the same conditions, with an id of its own. Nobody observes it, and it is sent again only when
     * it reads.
     *
     * @param text the text of the other statement
     * @return a new request
     */
    public StatementRequest withSql(String text) {
        return copy().other(text).build();
    }

    /**
     * Another statement as of {@link #withSql}, without parameters, tables and a listener.
     *
     * @param text the text of the other statement
     * @return a new request
     */
    public StatementRequest withoutParameters(String text) {
        return copy().other(text)
                .parameters(Map.of())
                .externalTables(List.of())
                .progress(null)
                .build();
    }

    /**
     * The same statement with other settings.
     *
     * @param newSettings all of them, sent as given
     * @return a new request with the same id
     */
    public StatementRequest withSettings(Map<String, String> newSettings) {
        return copy().settings(newSettings).build();
    }

    /**
     * The same statement, of which its user says that running it twice does no harm.
     *
     * @return a new request with the same id
     */
    public StatementRequest asRepeatable() {
        return copy().repeatable(true).build();
    }

    private StatementRequestBuilder copy() {
        return new StatementRequestBuilder(this);
    }

    /** Leaves parameters, headers and settings out, since they may be secret. */
    @Override
    public String toString() {
        return "StatementRequest[queryId=" + queryId + ", " + sql.length() + " characters]";
    }
}
