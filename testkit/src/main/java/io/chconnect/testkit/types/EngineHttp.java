package io.chconnect.testkit.types;

import io.chconnect.codec.ProtocolRevision;
import io.chconnect.engine.ClickHouseServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bytes of a server, as they are: statements over HTTP with all types allowed. Safe for use by many threads. */
public final class EngineHttp {
    private static final Map<String, String> EVERYTHING_ALLOWED = Map.ofEntries(
            Map.entry("allow_suspicious_low_cardinality_types", "1"),
            Map.entry("allow_suspicious_variant_types", "1"),
            Map.entry("allow_suspicious_types_in_group_by", "1"),
            Map.entry("allow_suspicious_types_in_order_by", "1"),
            Map.entry("enable_nullable_tuple_type", "1"),
            Map.entry("enable_time_time64_type", "1"),
            Map.entry("allow_experimental_qbit_type", "1"),
            Map.entry("flatten_nested", "0"),
            Map.entry("print_pretty_type_names", "0"),
            Map.entry("session_timezone", "UTC"),
            Map.entry("max_threads", "1"),
            Map.entry("max_block_size", "70000"));

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String url;

    /**
     * Talks to a server.
     *
     * @param server the server
     */
    public EngineHttp(ClickHouseServer server) {
        this.url = server.url();
    }

    /**
     * Settings that allow every type everywhere.
     *
     * @return name to value
     */
    public static Map<String, String> settings() {
        return EVERYTHING_ALLOWED;
    }

    /**
     * Runs a statement that must succeed.
     *
     * @param sql the statement
     * @return the answer without the line end
     */
    public String text(String sql) {
        String answer = new String(answer(sql.getBytes(StandardCharsets.UTF_8), Map.of()), StandardCharsets.UTF_8);
        return answer.endsWith("\n") ? answer.substring(0, answer.length() - 1) : answer;
    }

    /**
     * The rows of a query in the Native format, at the revision that the client asks for.
     *
     * @param select the query
     * @return the bytes of all blocks
     */
    public byte[] nativeBytes(String select) {
        return nativeBytes(select, ProtocolRevision.DEFAULT);
    }

    /**
     * The rows of a query in the Native format.
     *
     * @param select the query
     * @param revision the protocol revision to ask for
     * @return the bytes of all blocks
     */
    public byte[] nativeBytes(String select, int revision) {
        byte[] sql = (select + " FORMAT Native").getBytes(StandardCharsets.UTF_8);
        return answer(sql, Map.of("client_protocol_version", Integer.toString(revision)));
    }

    /**
     * Inserts blocks of the Native format.
     *
     * @param table the table and, if need be, its columns in parentheses
     * @param blocks the bytes
     */
    public void insert(String table, byte[] blocks) {
        answer(blocks, Map.of("query", "INSERT INTO " + table + " FORMAT Native"));
    }

    /**
     * Sends a statement.
     *
     * @param sql the statement
     * @return whether the server took it
     */
    public boolean accepts(String sql) {
        return send(sql.getBytes(StandardCharsets.UTF_8), Map.of()).statusCode() == 200;
    }

    private byte[] answer(byte[] body, Map<String, String> parameters) {
        HttpResponse<byte[]> response = send(body, parameters);
        if (response.statusCode() != 200) {
            throw new AssertionError(new String(response.body(), StandardCharsets.UTF_8) + "\nin answer to "
                    + parameters.getOrDefault("query", new String(body, StandardCharsets.UTF_8)));
        }
        return response.body();
    }

    private HttpResponse<byte[]> send(byte[] body, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(EVERYTHING_ALLOWED);
        all.putAll(parameters);
        StringBuilder query = new StringBuilder("/?wait_end_of_query=1");
        all.forEach((name, value) ->
                query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + query))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
