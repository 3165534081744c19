package io.chconnect.client.internal.http;

import io.chconnect.client.transport.StatementSummary;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConnectionException;
import io.chconnect.error.ServerErrors;
import io.chconnect.error.StatementOutcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Not thread-safe, but {@link #close} may come from any thread. */
final class HttpExchange implements AutoCloseable {
    private static final int MAX_ERROR_BYTES = 64 << 10;
    private static final int OK = 200;

    private final String name;
    private final HttpUriRequestBase request;
    private final ClassicHttpResponse response;
    private final Duration timeout;
    private final ResponseBody body;

    HttpExchange(String name, HttpUriRequestBase request, ClassicHttpResponse response, Duration timeout) {
        this.name = name;
        this.request = request;
        this.response = response;
        this.timeout = timeout;
        this.body = new ResponseBody(open(response), header("X-ClickHouse-Exception-Tag"), this::broken);
    }

    /** The bytes of the answer. */
    ResponseBody body() {
        return body;
    }

    /** A header of the answer; null when there is none. */
    @Nullable
    String header(String headerName) {
        Header header = response.getFirstHeader(headerName);
        return header == null ? null : header.getValue();
    }

    @Nullable
    String queryId() {
        return header("X-ClickHouse-Query-Id");
    }

    StatementSummary summary() {
        return SummaryHeader.parse(header("X-ClickHouse-Summary"), queryId());
    }

    /** Turns an answer that is an error into an exception. */
    void requireSuccess() {
        String code = header("X-ClickHouse-Exception-Code");
        if (response.getCode() == OK && code == null) {
            return;
        }
        String text = errorText();
        if (code != null || text.startsWith("Code: ")) {
            throw ServerErrors.from(text, parseCode(code), queryId());
        }
        throw new ConnectionException(
                name + " answered with HTTP status " + response.getCode() + ", not as ClickHouse does: "
                        + HttpFailures.shorten(text),
                StatementOutcome.UNKNOWN,
                null);
    }

    /** The whole rest of the answer; for answers that are known to be short. */
    byte[] readAll() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (ByteBuffer window = body.next(); window != null; window = body.next()) {
                append(all, window);
            }
        } catch (ClickHouseException e) {
            throw body.trueCause(e, queryId());
        }
        body.requireNoException(queryId());
        return all.toByteArray();
    }

    @Override
    public void close() {
        // Closing an unread body would read all the rest of it first.
        if (!body.exhausted()) {
            request.cancel();
        }
        try {
            response.close();
        } catch (IOException e) {
            // The connection is gone, which is what closing wanted.
            request.cancel();
        }
    }

    private ClickHouseException broken(IOException e) {
        return HttpFailures.duringAnswer(name, e, timeout);
    }

    private String errorText() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            for (ByteBuffer window = body.next();
                    window != null && text.size() < MAX_ERROR_BYTES;
                    window = body.next()) {
                append(text, window);
            }
        } catch (ClickHouseException e) {
            text.writeBytes((" (the rest is missing: " + e.getMessage() + ")").getBytes(StandardCharsets.UTF_8));
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static void append(ByteArrayOutputStream target, ByteBuffer window) {
        byte[] bytes = new byte[window.remaining()];
        window.get(bytes);
        target.writeBytes(bytes);
    }

    private static int parseCode(@Nullable String code) {
        return code != null && code.matches("[0-9]{1,9}") ? Integer.parseInt(code) : 0;
    }

    private InputStream open(ClassicHttpResponse answer) {
        HttpEntity entity = answer.getEntity();
        try {
            return entity == null ? InputStream.nullInputStream() : entity.getContent();
        } catch (IOException e) {
            throw broken(e);
        }
    }
}
