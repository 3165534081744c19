package io.chconnect.client.internal.http;

import io.chconnect.client.transport.StatementSummary;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code X-ClickHouse-Summary}: a flat JSON object whose values are numbers in quotes. */
final class SummaryHeader {
    private static final Pattern ENTRY = Pattern.compile("\"([a-z_]+)\"\\s*:\\s*\"?(\\d{1,18})\"?");

    private SummaryHeader() {}

    static StatementSummary parse(@Nullable String header, @Nullable String queryId) {
        Map<String, Long> values = new HashMap<>();
        Matcher matcher = ENTRY.matcher(header == null ? "" : header);
        while (matcher.find()) {
            values.put(matcher.group(1), Long.parseLong(matcher.group(2)));
        }
        return new StatementSummary(
                queryId,
                values.getOrDefault("read_rows", -1L),
                values.getOrDefault("read_bytes", -1L),
                values.getOrDefault("written_rows", -1L),
                values.getOrDefault("written_bytes", -1L),
                values.getOrDefault("elapsed_ns", -1L));
    }
}
