package io.chconnect.client.internal.http;

import io.chconnect.client.Progress;
import java.util.Map;

/** Reads {@code X-ClickHouse-Progress}. */
final class ProgressHeader {
    private ProgressHeader() {}

    static Progress parse(String header) {
        Map<String, Long> values = NumbersHeader.parse(header);
        return new Progress(
                values.getOrDefault("read_rows", 0L),
                values.getOrDefault("read_bytes", 0L),
                values.getOrDefault("total_rows_to_read", 0L),
                values.getOrDefault("written_rows", 0L),
                values.getOrDefault("written_bytes", 0L),
                values.getOrDefault("elapsed_ns", 0L));
    }
}
