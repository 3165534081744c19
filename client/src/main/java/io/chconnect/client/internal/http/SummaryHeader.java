package io.chconnect.client.internal.http;

import io.chconnect.client.transport.StatementSummary;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code X-ClickHouse-Summary}. */
final class SummaryHeader {
    private SummaryHeader() {}

    static StatementSummary parse(@Nullable String header, @Nullable String queryId) {
        Map<String, Long> values = NumbersHeader.parse(header);
        return new StatementSummary(
                queryId,
                values.getOrDefault("read_rows", -1L),
                values.getOrDefault("read_bytes", -1L),
                values.getOrDefault("written_rows", -1L),
                values.getOrDefault("written_bytes", -1L),
                values.getOrDefault("elapsed_ns", -1L));
    }
}
