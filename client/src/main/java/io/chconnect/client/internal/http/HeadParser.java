package io.chconnect.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.ProtocolVersion;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Reads the head of an answer line by line, so that progress headers are told when they arrive: the server sends them while
 * the statement runs, long before the head is complete. They are not kept. For one connection; not thread-safe.
 */
final class HeadParser implements HttpMessageParser<ClassicHttpResponse> {
    private static final String PROGRESS = "X-ClickHouse-Progress";
    private static final int MAX_HEADERS = 1000;
    private static final int SHOWN_CHARACTERS = 200;

    private final CharArrayBuffer line = new CharArrayBuffer(128);
    private AnswerListener listener = AnswerListener.NONE;
    private boolean begun;

    /** Prepares for the next answer. */
    void expect(AnswerListener next) {
        listener = next;
        begun = false;
    }

    /** Whether any byte of an answer has arrived. */
    boolean begun() {
        return begun;
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, ProtocolException {
        String status = firstLine(buffer, in);
        BasicClassicHttpResponse response = statusLine(status);
        int headers = 0;
        while (readLine(buffer, in) && line.length() > 0) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new ProtocolException("a header line without a colon: \"" + shorten(line.toString()) + "\"");
            }
            String name = line.substringTrimmed(0, colon);
            String value = line.substringTrimmed(colon + 1, line.length());
            if (name.equalsIgnoreCase(PROGRESS)) {
                tell(value);
            } else if (++headers > MAX_HEADERS) {
                throw new ProtocolException("more than " + MAX_HEADERS + " headers");
            } else {
                response.addHeader(name, value);
            }
        }
        return response;
    }

    private String firstLine(SessionInputBuffer buffer, InputStream in) throws IOException {
        if (!readLine(buffer, in)) {
            throw new NoHttpResponseException("the connection ended before an answer came");
        }
        if (!begun) {
            begun = true;
            listener.observer().firstByte();
        }
        return line.toString();
    }

    private boolean readLine(SessionInputBuffer buffer, InputStream in) throws IOException {
        line.clear();
        int length = buffer.readLine(line, in);
        if (length < 0 && begun) {
            throw new IOException("the connection ended in the head of the answer");
        }
        return length >= 0;
    }

    private void tell(String value) {
        Consumer<String> progress = listener.progress();
        if (progress != null) {
            progress.accept(value);
        }
    }

    private static BasicClassicHttpResponse statusLine(String text) throws ProtocolException {
        if (text.length() < 12 || !text.startsWith("HTTP/1.") || !isStatus(text.substring(9, 12))) {
            throw new ProtocolException("the answer is not HTTP; it starts with \"" + shorten(text) + "\"");
        }
        int status = Integer.parseInt(text.substring(9, 12));
        BasicClassicHttpResponse response =
                new BasicClassicHttpResponse(status, text.length() > 13 ? text.substring(13) : "");
        response.setVersion(new ProtocolVersion("HTTP", 1, text.charAt(7) == '0' ? 0 : 1));
        return response;
    }

    private static boolean isStatus(String text) {
        return text.charAt(0) >= '1' && text.charAt(0) <= '9' && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String shorten(String text) {
        String printable = text.replaceAll("[^\\x20-\\x7E]", "?");
        return printable.length() <= SHOWN_CHARACTERS ? printable : printable.substring(0, SHOWN_CHARACTERS) + "…";
    }
}
