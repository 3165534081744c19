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
    private static final int MAX_LINE = 1 << 20;
    private static final int MAX_HEAD = 4 << 20;
    private static final String VERSION = "HTTP/1.";
    private static final int SHOWN_CHARACTERS = 200;

    private final CharArrayBuffer line = new CharArrayBuffer(128);
    private AnswerListener listener = AnswerListener.NONE;
    private boolean begun;
    private int left;

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
        left = MAX_HEAD;
        String status = firstLine(buffer, in);
        BasicClassicHttpResponse response = statusLine(status);
        int headers = 0;
        while (headerLine(buffer, in).length() > 0) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new ProtocolException("a header line without a colon");
            }
            String name = line.substringTrimmed(0, colon);
            String value = line.substringTrimmed(colon + 1, line.length());
            if (name.equalsIgnoreCase(PROGRESS)) {
                left = MAX_HEAD;
                tell(value);
            } else if (++headers > MAX_HEADERS) {
                throw new ProtocolException("more than " + MAX_HEADERS + " headers");
            } else {
                response.addHeader(name, value);
            }
        }
        return response;
    }

    private String firstLine(SessionInputBuffer buffer, InputStream in) throws IOException, ProtocolException {
        boolean whole = readLine(buffer, in);
        String text = line.toString();
        if (text.isEmpty() && !whole) {
            throw new NoHttpResponseException("the connection ended before an answer came");
        }
        if (!whole && (VERSION.startsWith(text) || text.startsWith(VERSION))) {
            throw endedInHead();
        }
        return text;
    }

    private CharArrayBuffer headerLine(SessionInputBuffer buffer, InputStream in)
            throws IOException, ProtocolException {
        if (!readLine(buffer, in)) {
            throw endedInHead();
        }
        return line;
    }

    /** Reads a line; false when the connection ends in it, which the buffer's own way to read lines does not tell. */
    private boolean readLine(SessionInputBuffer buffer, InputStream in) throws IOException, ProtocolException {
        line.clear();
        int next = buffer.read(in);
        while (next >= 0 && next != '\n') {
            begin();
            if (line.length() >= MAX_LINE || --left < 0) {
                throw new ProtocolException("a head that is too long, or a line of it");
            }
            line.append((char) next);
            next = buffer.read(in);
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return next >= 0;
    }

    private void begin() {
        if (!begun) {
            begun = true;
            listener.observer().firstByte();
        }
    }

    private static IOException endedInHead() {
        return new IOException("the connection ended in the head of the answer");
    }

    private void tell(String value) {
        Consumer<String> progress = listener.progress();
        if (progress != null) {
            progress.accept(value);
        }
    }

    private static BasicClassicHttpResponse statusLine(String text) throws ProtocolException {
        if (text.startsWith("POST ") || text.startsWith("GET ")) {
            // Not shown: it is our own, with all that must not be shown.
            throw new ProtocolException("the answer is a request: does something send back what it gets?");
        }
        if (text.length() < 12 || !text.startsWith(VERSION) || !isStatus(text.substring(9, 12))) {
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
