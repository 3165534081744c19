package io.chconnect.conformance.engine;

import io.chconnect.engine.ClickHouseServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Statements over the JDK's own HTTP. */
final class PlainHttp {
    private PlainHttp() {}

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param errorCode of ClickHouse, 0 for none
     * @param body without the last line end
     */
    record Answer(int status, int errorCode, String body) {}

    static Answer send(ClickHouseServer server, String sql) throws IOException {
        return send(server, null, sql);
    }

    /** Credentials are {@code user:password}. */
    static Answer send(ClickHouseServer server, @Nullable String credentials, String sql) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(server.url()).toURL().openConnection(Proxy.NO_PROXY);
        connection.setDoOutput(true);
        connection.setConnectTimeout(10_000);
        connection.setReadTimeout(60_000);
        if (credentials != null) {
            String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
            connection.setRequestProperty("Authorization", "Basic " + encoded);
        }
        connection.getOutputStream().write(sql.getBytes(StandardCharsets.UTF_8));
        int status = connection.getResponseCode();
        String code = connection.getHeaderField("X-ClickHouse-Exception-Code");
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String body = new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
            return new Answer(status, code == null ? 0 : Integer.parseInt(code), body);
        }
    }

    /** The body of an answer that must be a success. */
    static String query(ClickHouseServer server, String sql) throws IOException {
        Answer answer = send(server, sql);
        if (answer.status() != 200) {
            throw new AssertionError(answer);
        }
        return answer.body();
    }
}
