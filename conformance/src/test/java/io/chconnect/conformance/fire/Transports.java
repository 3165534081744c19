package io.chconnect.conformance.fire;

import io.chconnect.client.ProgressListener;
import io.chconnect.client.Session;
import io.chconnect.client.config.ConnectionUrl;
import io.chconnect.client.transport.QueryEvent;
import io.chconnect.client.transport.QueryEvents;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.client.transport.Transport;
import io.chconnect.client.transport.TransportProvider;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Transports and requests without the client around them. */
final class Transports {
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private Transports() {}

    static Transport open(String url) {
        return ServiceLoader.load(TransportProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.accepts("http"))
                .findFirst()
                .orElseThrow()
                .open(ConnectionUrl.parse(url));
    }

    static StatementRequest request(String sql) {
        return request(sql, Map.of(), null, null, null);
    }

    static StatementRequest withSettings(String sql, Map<String, String> settings) {
        return request(sql, settings, null, null, null);
    }

    static StatementRequest withDeadline(String sql, Duration deadline) {
        return request(sql, Map.of(), null, deadline, null);
    }

    static StatementRequest request(
            String sql,
            Map<String, String> settings,
            @Nullable Session session,
            @Nullable Duration deadline,
            @Nullable ProgressListener progress) {
        return StatementRequest.builder(sql, SILENCE)
                .settings(settings)
                .session(session)
                .deadline(deadline)
                .progress(progress)
                .build();
    }

    /** With a limit of 50 ms for each wait, and the server's own limit of time given, so that it is not asked about it. */
    static StatementRequest brief(String sql, @Nullable Duration deadline) {
        return StatementRequest.builder(sql, Duration.ofMillis(50))
                .settings(Map.of("max_execution_time", "1"))
                .deadline(deadline)
                .build();
    }

    /** Reads an answer to its end. */
    static long rows(QueryEvents events) {
        try (events) {
            long rows = 0;
            while (true) {
                QueryEvent event = events.next();
                if (event instanceof QueryEvent.End) {
                    return rows;
                }
                rows += event instanceof QueryEvent.Data data ? data.block().rowCount() : 0;
            }
        }
    }
}
