package io.chconnect.testkit.fault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** The bytes of a real server's answer, head and framing included. Immutable. */
public final class RecordedResponse {
    private final byte[] bytes;

    private RecordedResponse(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Asks a server and keeps its answer as it came over the wire.
     *
     * @param port the HTTP port on the loopback address
     * @param target path and parameters
     * @param headers further headers of the request
     * @param body the statement
     * @return the answer
     */
    public static RecordedResponse record(int port, String target, Map<String, String> headers, String body) {
        return record(port, target, headers, body, false);
    }

    /**
     * Asks a server and keeps all it sends until it ends the connection, framed well or not.
     *
     * @param port the HTTP port on the loopback address
     * @param target path and parameters
     * @param headers further headers of the request
     * @param body the statement
     * @return the answer
     */
    public static RecordedResponse recordToTheEnd(int port, String target, Map<String, String> headers, String body) {
        return record(port, target, headers, body, true);
    }

    private static RecordedResponse record(
            int port, String target, Map<String, String> headers, String body, boolean toTheEnd) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            byte[] content = body.getBytes(StandardCharsets.UTF_8);
            StringBuilder head = new StringBuilder("POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            head.append(toTheEnd ? "Connection: close\r\n" : "")
                    .append("Content-Length: ")
                    .append(content.length)
                    .append("\r\n\r\n");
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(content);
            Tee tee = new Tee(socket.getInputStream());
            if (toTheEnd) {
                return new RecordedResponse(socket.getInputStream().readAllBytes());
            }
            RequestReader reader = new RequestReader(tee);
            reader.body(Objects.requireNonNull(reader.head(), "no answer").headers());
            return new RecordedResponse(tee.copy());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The whole answer.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    /**
     * The answer as a reply to play.
     *
     * @return a new reply
     */
    public Reply reply() {
        return Reply.of(bytes);
    }

    /**
     * The length of the head.
     *
     * @return bytes up to the empty line, that included
     */
    public int headLength() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.indexOf("\r\n\r\n") + 4;
    }

    /**
     * The body, framing removed.
     *
     * @return a new array
     */
    public byte[] body() {
        try {
            RequestReader reader = new RequestReader(new ByteArrayInputStream(bytes));
            return reader.body(
                    Objects.requireNonNull(reader.head(), "no answer").headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same head with another body, in one chunk.
     *
     * @param body the new body
     * @return a new response
     */
    public RecordedResponse withBody(byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, headLength());
        if (body.length > 0) {
            all.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            all.writeBytes(body);
            all.writeBytes(new byte[] {'\r', '\n'});
        }
        all.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return new RecordedResponse(all.toByteArray());
    }

    /**
     * The same answer with more lines in its head.
     *
     * @param lines whole header lines, each with its line end
     * @return a new response
     */
    public RecordedResponse withHeaderLines(String lines) {
        int end = headLength() - 2;
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, end);
        all.writeBytes(lines.getBytes(StandardCharsets.ISO_8859_1));
        all.write(bytes, end, bytes.length - end);
        return new RecordedResponse(all.toByteArray());
    }

    /**
     * The same answer without a header.
     *
     * @param name the header, spelled as in the answer
     * @return a new response
     */
    public RecordedResponse withoutHeader(String name) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("\r\n" + name + ":");
        if (start < 0 || start > headLength()) {
            return this;
        }
        int end = text.indexOf("\r\n", start + 2);
        return new RecordedResponse(
                (text.substring(0, start) + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1));
    }
}
