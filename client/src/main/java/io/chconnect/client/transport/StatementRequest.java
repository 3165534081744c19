package io.chconnect.client.transport;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement on its way to ClickHouse.
 *
 * @param sql the text, as the user wrote it
 * @param queryId the id it shall run under; null lets the server choose one
 * @param settings server settings, sent as given
 * @param parameters values of {@code {name:Type}} placeholders, in ClickHouse's escaped form
 * @param timeout how long to wait for each next piece of the answer
 */
public record StatementRequest(
        String sql,
        @Nullable String queryId,
        Map<String, String> settings,
        Map<String, String> parameters,
        Duration timeout) {
    /** Copies the maps. */
    public StatementRequest {
        settings = Map.copyOf(settings);
        parameters = Map.copyOf(parameters);
    }

    /** Leaves parameters and settings out, since they may be secret. */
    @Override
    public String toString() {
        return "StatementRequest[queryId=" + queryId + ", " + sql.length() + " characters]";
    }
}
