package io.chconnect.client.internal.http;

import io.chconnect.client.config.ClientConfig;
import io.chconnect.client.config.Options;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.codec.ProtocolRevision;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Shapes requests: pure functions from a statement to paths and headers. */
final class HttpRequestEncoder {
    private static final String CLIENT = "clickhouse-connect-java";

    private final ClientConfig config;

    HttpRequestEncoder(ClientConfig config) {
        this.config = config;
    }

    /** The path of a query, whose answer comes as Native blocks. */
    String queryPath(StatementRequest request, String queryId) {
        Map<String, String> parameters = parameters(request, queryId);
        parameters.put("default_format", "Native");
        parameters.put("client_protocol_version", Integer.toString(ProtocolRevision.DEFAULT));
        return path(parameters);
    }

    /** The path of a command, whose answer comes when all is done. */
    String commandPath(StatementRequest request, String queryId) {
        Map<String, String> parameters = parameters(request, queryId);
        parameters.put("wait_end_of_query", "1");
        return path(parameters);
    }

    /** The headers of every request. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        String credentials = config.get(Options.USER) + ":" + config.get(Options.PASSWORD);
        headers.put(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        headers.put("User-Agent", userAgent());
        return headers;
    }

    private String userAgent() {
        String name = config.get(Options.CLIENT_NAME).replaceAll("[^\\x20-\\x7E]", "");
        return (name.isEmpty() ? "" : name + " ") + CLIENT + " (Java "
                + Runtime.version().feature() + ")";
    }

    private Map<String, String> parameters(StatementRequest request, String queryId) {
        Map<String, String> parameters = new LinkedHashMap<>(request.settings());
        String database = config.get(Options.DATABASE);
        if (!database.isEmpty()) {
            parameters.put("database", database);
        }
        parameters.put("query_id", queryId);
        request.parameters().forEach((name, value) -> parameters.put("param_" + name, value));
        return parameters;
    }

    private static String path(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&", "/?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
