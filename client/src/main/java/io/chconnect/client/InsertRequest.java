package io.chconnect.client;

import io.chconnect.client.internal.insert.BlockLimit;
import io.chconnect.error.ConfigurationException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Describes where and how rows are inserted. Not thread-safe. */
public final class InsertRequest {
    private String table = "";
    private @Nullable List<String> columns;
    private BlockLimit limit = BlockLimit.DEFAULT;
    private UnaryOperator<QueryRequest> conditions = UnaryOperator.identity();
    private UnaryOperator<QueryRequest> settings = UnaryOperator.identity();

    InsertRequest() {}

    /**
     * The table to insert into.
     *
     * @param name a name with a dot is taken as {@code database.table}, quoted where need be
     * @return this request
     */
    public InsertRequest table(String name) {
        table = name;
        return this;
    }

    /**
     * The columns to fill; the others get their defaults. Without them rows fill all columns that are neither ALIAS,
     * MATERIALIZED nor EPHEMERAL, and objects those that they have properties for.
     *
     * @param names the columns, each once; EPHEMERAL ones may be among them
     * @return this request
     */
    public InsertRequest columns(List<String> names) {
        columns = List.copyOf(names);
        return this;
    }

    /**
     * The columns to fill; the others get their defaults.
     *
     * @param names the columns, each once; EPHEMERAL ones may be among them
     * @return this request
     */
    public InsertRequest columns(String... names) {
        return columns(List.of(names));
    }

    /**
     * How many rows a block has at most; 262,144 when it is not said.
     *
     * @param rows at least 1
     * @return this request
     */
    public InsertRequest blockRows(int rows) {
        if (rows < 1) {
            throw new ConfigurationException("blockRows is " + rows + ": expected at least 1");
        }
        limit = new BlockLimit(rows, limit.bytes());
        return this;
    }

    /**
     * About how many bytes a block of rows has at most, uncompressed; 4 MiB when it is not said. The insert holds up to
     * three blocks in memory.
     *
     * @param bytes at least 1; a block has one row at least
     * @return this request
     */
    public InsertRequest blockBytes(long bytes) {
        if (bytes < 1) {
            throw new ConfigurationException("blockBytes is " + bytes + ": expected at least 1");
        }
        limit = new BlockLimit(limit.rows(), bytes);
        return this;
    }

    /**
     * A server setting for the insert, sent as given.
     *
     * @param name the setting's name
     * @param value its value; booleans are sent as 1 and 0
     * @return this request
     */
    public InsertRequest setting(String name, Object value) {
        UnaryOperator<QueryRequest> before = settings;
        settings = request -> before.apply(request).setting(name, value);
        return this;
    }

    /**
     * The id the insert runs under.
     *
     * @param id unique among running statements
     * @return this request
     */
    public InsertRequest queryId(String id) {
        UnaryOperator<QueryRequest> before = settings;
        settings = request -> before.apply(request).queryId(id);
        return this;
    }

    /**
     * A token by which a table that deduplicates knows an insert that comes again, and takes it once. Tables deduplicate when
     * their engine is a {@code Replicated…} or {@code Shared…} one, or has the setting
     * {@code non_replicated_deduplication_window}; all others store the insert each time, whatever its token. So the token
     * alone makes nobody send the insert again: see {@link #repeatable}.
     *
     * @param token unique for what is inserted; the same when it is inserted again
     * @return this request
     */
    public InsertRequest deduplicationToken(String token) {
        return setting("insert_deduplication_token", token);
    }

    /**
     * Says that the table takes an insert that comes again only once. Then an insert of one block is sent again, a few times
     * and with pauses, where its connection breaks and nobody knows whether it was stored; an insert of several blocks is
     * only sent again before the second one was made. Say so for tables that deduplicate alone, with a
     * {@link #deduplicationToken}: nobody checks it, and other tables would have the rows twice.
     *
     * @return this request
     */
    public InsertRequest repeatable() {
        UnaryOperator<QueryRequest> before = settings;
        settings = request -> before.apply(request).repeatable();
        return this;
    }

    /**
     * Under which conditions the insert and the look at the table before it run: session, roles, database, headers, limits.
     *
     * @param conditions sets them; not the text of a statement
     * @return this request
     */
    public InsertRequest with(UnaryOperator<QueryRequest> conditions) {
        UnaryOperator<QueryRequest> before = this.conditions;
        this.conditions = request -> conditions.apply(before.apply(request));
        return this;
    }

    String table() {
        if (table.isBlank()) {
            throw new ConfigurationException("The insert names no table");
        }
        return table;
    }

    @Nullable
    List<String> columns() {
        return columns;
    }

    BlockLimit limit() {
        return limit;
    }

    QueryRequest look(QueryRequest request) {
        return conditions.apply(request);
    }

    QueryRequest insert(QueryRequest request) {
        return settings.apply(conditions.apply(request));
    }
}
