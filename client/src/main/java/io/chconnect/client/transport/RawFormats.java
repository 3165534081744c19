package io.chconnect.client.transport;

import io.chconnect.error.ClickHouseException;
import org.jspecify.annotations.Nullable;

/** The ability of a {@link Transport} to carry data in any of ClickHouse's formats, as bytes. Thread-safe. */
public interface RawFormats {
    /**
     * Runs a statement and gives its answer as bytes.
     *
     * @param request the statement
     * @param format the format of an answer whose statement names none; null for TabSeparated
     * @return the answer; the caller closes it
     * @throws ClickHouseException if the statement fails before the first byte
     */
    RawAnswer rawQuery(StatementRequest request, @Nullable String format);

    /**
     * Runs an insert with data as bytes. An exception of the content stops the insert and comes out unchanged; what was sent
     * before may have been stored.
     *
     * @param request a statement up to and with its {@code FORMAT} clause
     * @param content the data
     * @return what was written
     * @throws ClickHouseException if the insert fails
     */
    StatementSummary rawInsert(StatementRequest request, RawContent content);
}
