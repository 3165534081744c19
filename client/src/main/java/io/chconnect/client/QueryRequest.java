package io.chconnect.client;

import io.chconnect.client.internal.sql.ParameterText;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.error.ConfigurationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes a statement: its text, parameters, settings and limits. Not thread-safe. */
public final class QueryRequest {
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();
    private @Nullable String sql;
    private @Nullable String queryId;
    private @Nullable Duration timeout;

    QueryRequest() {}

    /**
     * The text of the statement. It is sent as it is.
     *
     * @param text the statement
     * @return this request
     */
    public QueryRequest sql(String text) {
        sql = text;
        return this;
    }

    /**
     * The value of a {@code {name:Type}} placeholder. The server puts it in; the text of the statement never changes.
     *
     * @param name the placeholder's name
     * @param value the value; null is NULL
     * @return this request
     * @throws io.chconnect.error.ConversionException if the value has no text form
     */
    public QueryRequest parameter(String name, @Nullable Object value) {
        parameters.put(name, ParameterText.of(value));
        return this;
    }

    /**
     * A server setting for this statement, sent as given.
     *
     * @param name the setting's name
     * @param value its value; booleans are sent as 1 and 0
     * @return this request
     */
    public QueryRequest setting(String name, Object value) {
        settings.put(name, value instanceof Boolean b ? (b ? "1" : "0") : value.toString());
        return this;
    }

    /**
     * The id the statement runs under.
     *
     * @param id unique among running statements
     * @return this request
     */
    public QueryRequest queryId(String id) {
        queryId = id;
        return this;
    }

    /**
     * How long to wait for each next piece of the answer; the client's own limit when it is not said.
     *
     * @param limit more than zero
     * @return this request
     */
    public QueryRequest timeout(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new ConfigurationException("The timeout is " + limit + ": expected more than zero");
        }
        timeout = limit;
        return this;
    }

    StatementRequest build(Duration defaultTimeout) {
        if (sql == null || sql.isBlank()) {
            throw new ConfigurationException("The statement is empty");
        }
        return new StatementRequest(sql, queryId, settings, parameters, timeout == null ? defaultTimeout : timeout);
    }
}
