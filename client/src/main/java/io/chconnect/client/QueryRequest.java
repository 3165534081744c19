package io.chconnect.client;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.Options;
import io.chconnect.client.internal.parameter.ParameterBinding;
import io.chconnect.client.internal.result.LimitedEvents;
import io.chconnect.client.internal.value.ReadFormats;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.error.ConfigurationException;
import io.chconnect.types.TypeKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes a statement: its text, parameters, settings and limits. Not thread-safe. */
public final class QueryRequest {
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private final List<@Nullable Object> parametersInOrder = new ArrayList<>();
    private final Map<String, String> headers = new HashMap<>();
    private final List<String> roles = new ArrayList<>();
    private final List<ExternalTable> externalTables = new ArrayList<>();
    private ReadFormats readFormats = ReadFormats.NONE;
    private @Nullable String sql;
    private @Nullable String queryId;
    private @Nullable String database;
    private @Nullable Session session;
    private @Nullable Duration timeout;
    private @Nullable Duration deadline;
    private long maxRows;
    private @Nullable ProgressListener progress;
    private boolean repeatable;

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
     * @param value the value, of the classes that inserts take for the placeholder's type; null is NULL
     * @return this request
     */
    public QueryRequest parameter(String name, @Nullable Object value) {
        parameters.put(name, value);
        return this;
    }

    /**
     * The values of {@code {name:Type}} placeholders by name.
     *
     * @param values names and values
     * @return this request
     */
    public QueryRequest parameters(Map<String, ? extends @Nullable Object> values) {
        parameters.putAll(values);
        return this;
    }

    /**
     * The values of {@code {name:Type}} placeholders, in the order in which the statement names them for the first time.
     * Those that have a value by name are left out.
     *
     * @param values as many values as there are placeholders
     * @return this request
     */
    public QueryRequest parametersInOrder(@Nullable Object... values) {
        parametersInOrder.addAll(Arrays.asList(values));
        return this;
    }

    /**
     * A server setting for this statement, sent as given.
     *
     * @param name the setting's name
     * @param value its value; booleans are sent as 1 and 0, collections and maps as SQL literals
     * @return this request
     */
    public QueryRequest setting(String name, Object value) {
        settings.put(name, SettingText.of(value));
        return this;
    }

    /**
     * Server settings for this statement, sent as given.
     *
     * @param values names and values; booleans are sent as 1 and 0
     * @return this request
     */
    public QueryRequest settings(Map<String, ?> values) {
        values.forEach(this::setting);
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
     * The database of table names without one; the client's own when it is not said.
     *
     * @param name the database
     * @return this request
     */
    public QueryRequest database(String name) {
        database = name;
        return this;
    }

    /**
     * The session the statement belongs to; the client's own, which by default is none, when it is not said.
     *
     * @param of the session; only one statement of it may be under way
     * @return this request
     */
    public QueryRequest session(Session of) {
        session = of;
        return this;
    }

    /**
     * The roles the statement runs with; those of the client, or else the user's default ones, when they are not said.
     *
     * @param names the roles
     * @return this request
     */
    public QueryRequest roles(String... names) {
        roles.addAll(List.of(names));
        return this;
    }

    /**
     * A header of the request, for something on the way to ClickHouse. It wins over the client's own of the same name.
     *
     * @param name the header
     * @param value its value
     * @return this request
     */
    public QueryRequest header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /**
     * A table that exists for this statement alone. May be called several times.
     *
     * @param table the table
     * @return this request
     */
    public QueryRequest externalTable(ExternalTable table) {
        externalTables.add(table);
        return this;
    }

    /**
     * How long to wait for each next piece of the answer; the client's own limit when it is not said.
     *
     * @param limit more than zero
     * @return this request
     */
    public QueryRequest timeout(Duration limit) {
        timeout = positive("timeout", limit);
        return this;
    }

    /**
     * How long the statement may take in all, the reading of its answer included; unlimited when it is not said.
     *
     * @param limit more than zero
     * @return this request
     */
    public QueryRequest deadline(Duration limit) {
        deadline = positive("deadline", limit);
        return this;
    }

    /**
     * Says that running the statement twice does no harm. Then it is sent again, as statements that only read are, where its
     * connection breaks and nobody knows whether it ran, or where a server has no time for it. That is so for an insert with
     * a deduplication token into a table that deduplicates, and for statements such as {@code CREATE TABLE IF NOT EXISTS}.
     * Nobody checks it. Data that comes from a stream is not sent again.
     *
     * @return this request
     */
    public QueryRequest repeatable() {
        repeatable = true;
        return this;
    }

    /**
     * Who is told how far the statement is, while it runs and as far as the transport knows.
     *
     * @param listener is called by the thread that waits for the answer
     * @return this request
     */
    public QueryRequest progress(ProgressListener listener) {
        progress = listener;
        return this;
    }

    /**
     * As which class rows give the values of a type, also within containers; the typed getters and objects of one's own
     * classes do not change.
     *
     * @param type the family of types, exactly: {@code DATETIME} is not {@code DATETIME64}
     * @param format the class; wins over the option {@code read_as_*} of the client
     * @return this request
     */
    public QueryRequest readAs(TypeKind type, ReadFormat format) {
        readFormats = readFormats.with(type, format);
        return this;
    }

    /**
     * As which class rows give the values of a column, or of what its containers hold; the typed getters and objects of one's
     * own classes do not change.
     *
     * @param column the column's name, exactly
     * @param format the class; wins over that of its type. A query fails, while its rows are read, if the type has none
     * @return this request
     */
    public QueryRequest readAs(String column, ReadFormat format) {
        readFormats = readFormats.with(column, format);
        return this;
    }

    ReadFormats readFormats(ClientConfig config) {
        return readFormats.over(ReadFormats.parse(config.get(Options.READ_AS)));
    }

    /**
     * How many rows a query gives at most. Reading stops there and the statement is cancelled; its text stays as it is, and
     * the summary is not known. Only {@code query} looks at it.
     *
     * @param rows more than zero; the client's own limit, which by default is none, when it is not said
     * @return this request
     */
    public QueryRequest maxRows(long rows) {
        if (rows < 1) {
            throw new ConfigurationException("The largest number of rows is " + rows + ": expected more than zero");
        }
        maxRows = rows;
        return this;
    }

    /** The events of this query up to its largest number of rows. */
    QueryEvents limited(ClientConfig config, QueryEvents events) {
        long rows = maxRows > 0 ? maxRows : config.get(Options.MAX_ROWS);
        return rows > 0 ? new LimitedEvents(events, rows) : events;
    }

    StatementRequest build(ClientConfig config, @Nullable Session ofClient) {
        if (sql == null || sql.isBlank()) {
            throw new ConfigurationException("The statement is empty");
        }
        Map<String, String> allSettings = new HashMap<>(config.get(Options.SETTINGS));
        allSettings.putAll(settings);
        return StatementRequest.builder(sql, timeout == null ? config.get(Options.SOCKET_TIMEOUT) : timeout)
                .queryId(queryId)
                .database(database)
                .session(session == null ? ofClient : session)
                .roles(roles.isEmpty() ? config.get(Options.ROLES) : roles)
                .headers(headers)
                .settings(allSettings)
                .parameters(ParameterBinding.bind(sql, parameters, parametersInOrder))
                .externalTables(externalTables)
                .deadline(deadline)
                .progress(progress)
                .repeatable(repeatable)
                .build();
    }

    private static Duration positive(String name, Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new ConfigurationException("The " + name + " is " + limit + ": expected more than zero");
        }
        return limit;
    }
}
