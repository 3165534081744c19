package io.chconnect.client.internal.http;

import io.chconnect.client.transport.StatementRequest;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ServerException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the driver itself wants: the server's own limit of time beside a deadline, progress for a listener, and
 * LZ4 that is fast. They are sent only where the user may change them, which is found out once and only when it matters: a user of
 * {@code readonly=1} may send none. Thread-safe.
 */
final class DriverSettings {
    private static final String QUESTION =
            "SELECT name, value, readonly FROM system.settings WHERE name IN ('readonly', 'max_execution_time', "
                    + "'send_progress_in_http_headers', 'http_headers_progress_interval_ms', "
                    + "'http_zlib_compression_level')";
    private static final Duration QUESTION_LIMIT = Duration.ofSeconds(1);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    /** UNKNOWN_IDENTIFIER, UNKNOWN_TABLE, UNKNOWN_DATABASE, READONLY, ACCESS_DENIED: it will not be another one later. */
    private static final Set<Integer> DENIED = Set.of(47, 60, 81, 164, 497);

    private static final String PROGRESS_INTERVAL_MILLIS = "50";

    /** By itself the server takes level 3, which in LZ4 is the high compression that takes many times as long. */
    private static final String LZ4_LEVEL = "1";

    private final HttpAttempts attempts;
    private final HttpRequestEncoder encoder;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Set<String> changeable;
    private long askAgainAt = System.nanoTime();

    DriverSettings(HttpAttempts attempts, HttpRequestEncoder encoder) {
        this.attempts = attempts;
        this.encoder = encoder;
    }

    /** The statement with these settings; what the user gave stays as it is. */
    StatementRequest addTo(HttpOperation operation, StatementRequest request) {
        return add(operation, request, wanted(request));
    }

    /** The same for one whose answer may be long. */
    StatementRequest addToQuery(HttpOperation operation, StatementRequest request) {
        Map<String, String> wanted = wanted(request);
        if (encoder.receivesLz4()) {
            wanted.put("http_zlib_compression_level", LZ4_LEVEL);
        }
        return add(operation, request, wanted);
    }

    private StatementRequest add(HttpOperation operation, StatementRequest request, Map<String, String> wanted) {
        wanted.keySet().removeAll(request.settings().keySet());
        if (wanted.isEmpty()) {
            return request;
        }
        wanted.keySet().retainAll(changeable(operation));
        Map<String, String> settings = new HashMap<>(wanted);
        settings.putAll(request.settings());
        return request.withSettings(settings);
    }

    private static Map<String, String> wanted(StatementRequest request) {
        Map<String, String> wanted = new HashMap<>();
        Duration deadline = request.deadline();
        if (deadline != null) {
            // Rounded up, so that it is our own limit that speaks.
            wanted.put("max_execution_time", Long.toString(deadline.toSeconds() + 1));
        }
        if (request.progress() != null) {
            wanted.put("send_progress_in_http_headers", "1");
            wanted.put("http_headers_progress_interval_ms", PROGRESS_INTERVAL_MILLIS);
        }
        return wanted;
    }

    private Set<String> changeable(HttpOperation operation) {
        Set<String> known = changeable;
        if (known != null) {
            return known;
        }
        if (!takesTurn(operation)) {
            return Set.of();
        }
        try {
            known = changeable;
            if (known == null && System.nanoTime() - askAgainAt >= 0) {
                known = ask(operation);
                changeable = known;
                askAgainAt = System.nanoTime() + ASK_AGAIN.toNanos();
            }
            return known == null ? Set.of() : known;
        } finally {
            lock.unlock();
        }
    }

    /** Who would wait too long for another's question goes without these settings: our own limits hold in any case. */
    private boolean takesTurn(HttpOperation operation) {
        try {
            return lock.tryLock(operation.watch().atMost(QUESTION_LIMIT).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Null when there is no answer now, so that the next statement asks again. */
    private @Nullable Set<String> ask(HttpOperation operation) {
        StatementRequest question =
                StatementRequest.builder(QUESTION, QUESTION_LIMIT).build();
        try (HttpExchange exchange = attempts.run(operation, new StatementSending(question, encoder::command))) {
            return parse(new String(exchange.readAll(), StandardCharsets.UTF_8));
        } catch (ServerException e) {
            return DENIED.contains(e.code()) ? Set.of() : null;
        } catch (ClickHouseException e) {
            operation.watch().startOver(false);
            operation.watch().check();
            return null;
        }
    }

    private static Set<String> parse(String answer) {
        Set<String> free = new HashSet<>();
        for (String line : answer.split("\n", -1)) {
            String[] cells = line.split("\t", -1);
            boolean whole = cells.length == 3;
            if (whole && cells[0].equals("readonly") && cells[1].equals("1")) {
                return Set.of();
            }
            if (whole && cells[2].equals("0")) {
                free.add(cells[0]);
            }
        }
        return Set.copyOf(free);
    }
}
