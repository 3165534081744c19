package io.chconnect.client.transport;

import io.chconnect.codec.Block;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Something that arrives while a statement runs. */
public sealed interface QueryEvent {
    /**
     * The statement was accepted.
     *
     * @param queryId the id it runs under; null when it is not known
     * @param zone the zone of DateTime columns whose type names none
     * @param answer what the statement answers with
     */
    record Header(@Nullable String queryId, ZoneId zone, Answer answer) implements QueryEvent {}

    /** What a statement answers with, as far as it shows before the first row. */
    enum Answer {
        /** Rows, if only none of them. */
        ROWS,
        /** Nothing, as a statement that changes something does. */
        NOTHING,
        /** It does not show. */
        UNKNOWN
    }

    /**
     * Rows of the result.
     *
     * @param block the rows, possibly none
     */
    record Data(Block block) implements QueryEvent {}

    /**
     * The statement is finished and nothing is missing.
     *
     * @param summary what it did
     */
    record End(StatementSummary summary) implements QueryEvent {}
}
