package io.chconnect.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** An HTTP answer made of fixed bytes, whole or with a fault. Immutable. */
public final class Reply implements Answer {
    private static final int WHOLE = -1;

    private enum End {
        KEEP_ALIVE,
        CLOSE,
        RESET,
        STALL,
        HALF_CLOSE
    }

    private final byte[] bytes;
    private final int length;
    private final End end;
    private final int piece;
    private final long pauseMillis;
    private final boolean early;

    private Reply(byte[] bytes, int length, End end, int piece, long pauseMillis, boolean early) {
        this.bytes = bytes;
        this.length = length;
        this.end = end;
        this.piece = piece;
        this.pauseMillis = pauseMillis;
        this.early = early;
    }

    /**
     * Answers with bytes as they are, and keeps the connection open behind them.
     *
     * @param raw head and body, framing included
     * @return a new reply
     */
    public static Reply of(byte[] raw) {
        return new Reply(raw, WHOLE, End.KEEP_ALIVE, Integer.MAX_VALUE, 0, false);
    }

    /**
     * Answers with a body of known length.
     *
     * @param status the HTTP status
     * @param headers further headers
     * @param body the body
     * @return a new reply
     */
    public static Reply http(int status, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        raw.writeBytes(body);
        return of(raw.toByteArray());
    }

    /**
     * Answers with a text of known length.
     *
     * @param status the HTTP status
     * @param contentType the content type
     * @param text the body
     * @return a new reply
     */
    public static Reply text(int status, String contentType, String text) {
        return http(status, Map.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The connection ends in good order behind the first bytes.
     *
     * @param count how many bytes are sent
     * @return a changed copy
     */
    public Reply cutAt(int count) {
        return new Reply(bytes, count, End.CLOSE, piece, pauseMillis, early);
    }

    /**
     * The connection is reset behind the first bytes.
     *
     * @param count how many bytes are sent
     * @return a changed copy
     */
    public Reply resetAt(int count) {
        return new Reply(bytes, count, End.RESET, piece, pauseMillis, early);
    }

    /**
     * Nothing comes behind the first bytes, and the connection stays open.
     *
     * @param count how many bytes are sent
     * @return a changed copy
     */
    public Reply stallAt(int count) {
        return new Reply(bytes, count, End.STALL, piece, pauseMillis, early);
    }

    /**
     * Our direction of the connection ends behind the first bytes.
     *
     * @param count how many bytes are sent
     * @return a changed copy
     */
    public Reply halfCloseAt(int count) {
        return new Reply(bytes, count, End.HALF_CLOSE, piece, pauseMillis, early);
    }

    /**
     * Comes in pieces.
     *
     * @param size bytes of a piece
     * @param millis the pause behind each
     * @return a changed copy
     */
    public Reply inPieces(int size, long millis) {
        return new Reply(bytes, length, end, size, millis, early);
    }

    /**
     * The connection ends behind the whole answer.
     *
     * @return a changed copy
     */
    public Reply thenClose() {
        return cutAt(bytes.length);
    }

    /**
     * Is given before the body of the request was read.
     *
     * @return a changed copy
     */
    public Reply atOnce() {
        return new Reply(bytes, length, end, piece, pauseMillis, true);
    }

    /**
     * The whole answer.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    @Override
    public boolean early() {
        return early;
    }

    @Override
    public void send(Peer peer) throws IOException {
        int to = length == WHOLE ? bytes.length : Math.min(length, bytes.length);
        for (int from = 0; from < to; from += Math.min(piece, to - from)) {
            peer.write(bytes, from, from + Math.min(piece, to - from));
            if (pauseMillis > 0) {
                peer.pause(pauseMillis);
            }
        }
        switch (end) {
            case CLOSE -> peer.close();
            case RESET -> peer.reset();
            case STALL -> peer.stall();
            case HALF_CLOSE -> peer.halfClose();
            case KEEP_ALIVE -> {}
        }
    }
}
