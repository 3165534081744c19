package io.chconnect.client.internal.http;

import io.chconnect.client.internal.net.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.function.Supplier;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.io.SessionOutputBuffer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the pool. HttpClient's own writes requests with their passwords to the log, keeps progress headers back and
 * takes a chunked body for whole that lacks its end.
 */
final class HttpConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {
    private static final Http1Config CONFIG =
            Http1Config.custom().setMaxLineLength(1 << 20).build();

    private final HeadParser head;
    private volatile @Nullable Watch watch;
    private @Nullable Socket underTls;
    private @Nullable SessionInputBuffer received;

    private HttpConnection(HeadParser head) {
        super(CONFIG, null, null, null, null, new EarlyAnswer(), null, config -> head);
        this.head = head;
    }

    static HttpConnection create() {
        return new HttpConnection(new HeadParser());
    }

    /** An exchange begins. */
    void begin(Watch exchangeWatch, AnswerListener listener) {
        watch = exchangeWatch;
        head.expect(listener);
    }

    /** The exchange is over. */
    void end() {
        watch = null;
        head.expect(AnswerListener.NONE);
    }

    /** Whether any byte of the answer has arrived. */
    boolean answered() {
        return head.begun();
    }

    /** Whether bytes have arrived that TLS has not looked at; false without TLS. */
    boolean hasEncryptedData() throws IOException {
        return underTls != null && underTls.getInputStream().available() > 0;
    }

    /**
     * Whether nothing has come since the last answer, not even an end of the connection. Found without waiting; HttpClient's
     * own ways wait for a millisecond or two. False when it cannot be found so.
     */
    boolean isQuiet() throws IOException {
        Socket socket = underTls == null ? getSocket() : underTls;
        SocketChannel channel = socket == null ? null : socket.getChannel();
        if (channel == null || received == null || received.length() > 0) {
            return false;
        }
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            return selector.selectNow() == 0;
        } finally {
            channel.configureBlocking(true);
        }
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new WatchedSocket(socket, () -> watch));
    }

    @Override
    public void bind(SSLSocket socket, Socket base) throws IOException {
        underTls = base;
        bind(new WatchedSocket(socket, base, () -> watch));
    }

    @Override
    public @Nullable Socket getSocket() {
        return getSocketHolder() == null ? null : getSocketHolder().getSocket();
    }

    @Override
    public void passivate() {
        end();
    }

    @Override
    public void activate() {
        setSocketTimeout(Timeout.DISABLED);
    }

    @Override
    protected InputStream createContentInputStream(long length, SessionInputBuffer buffer, InputStream in) {
        received = buffer;
        return length == ContentLengthStrategy.CHUNKED
                ? new ChunkedBody(buffer, in)
                : super.createContentInputStream(length, buffer, in);
    }

    @Override
    protected OutputStream createContentOutputStream(
            long length,
            SessionOutputBuffer buffer,
            OutputStream out,
            @Nullable Supplier<List<? extends Header>> trailers) {
        return new RequestBody.Stream(super.createContentOutputStream(length, buffer, out, trailers));
    }
}
