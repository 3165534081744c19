package io.chconnect.client;

import io.chconnect.client.internal.sql.StatementKind;
import io.chconnect.client.internal.sql.StatementShape;
import org.jspecify.annotations.Nullable;

/**
 * What an operation of a client is. Immutable. It has no values of parameters, no headers and no settings; the text of the
 * statement may have secrets in it, {@link #shape} has none.
 *
 * @param id unique; never sent to the server
 * @param kind how the client runs it
 * @param sql the text of the statement, as the user wrote it
 * @param queryId the id the user gave it; null when each attempt gets one of its own
 * @param database the database of names without one; null when it is the user's default on the server
 * @param target what messages call the server, or the engine in this process
 */
public record OperationInfo(
        String id,
        Kind kind,
        String sql,
        @Nullable String queryId,
        @Nullable String database,
        String target) {
    /** How a client runs a statement. */
    public enum Kind {
        /** Its answer comes as blocks. */
        QUERY,
        /** It changes something, or its answer is short. */
        COMMAND,
        /** It inserts blocks. */
        INSERT,
        /** Its answer comes as bytes in some format. */
        RAW_QUERY,
        /** It inserts bytes in some format. */
        RAW_INSERT
    }

    /**
     * What the statement does, as ClickHouse names it, in a few words only.
     *
     * @return for example {@code SELECT}, also for a {@code WITH} before it; empty when it is none of ClickHouse's statements
     */
    public String statement() {
        return StatementKind.name(sql);
    }

    /**
     * The statement without anything that could be secret: its texts, numbers, comments and inline data are left out. Made
     * anew by each call.
     *
     * @return for example {@code SELECT name FROM users WHERE id = ?}
     */
    public String shape() {
        return StatementShape.of(sql);
    }

    /** Shows no text of the statement. */
    @Override
    public String toString() {
        return "OperationInfo[" + id + ", " + kind + ", " + statement() + "]";
    }
}
