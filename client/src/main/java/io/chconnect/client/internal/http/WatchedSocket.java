package io.chconnect.client.internal.http;

import io.chconnect.client.internal.net.Watch;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.jspecify.annotations.Nullable;

/** Tells the watch of the exchange under way when bytes move. */
final class WatchedSocket extends SocketHolder {
    private final Supplier<@Nullable Watch> watch;

    WatchedSocket(Socket socket, Supplier<@Nullable Watch> watch) {
        super(socket);
        this.watch = watch;
    }

    WatchedSocket(SSLSocket socket, Socket base, Supplier<@Nullable Watch> watch) {
        super(socket, base);
        this.watch = watch;
    }

    @Override
    protected InputStream getInputStream(Socket socket) throws IOException {
        return new FilterInputStream(socket.getInputStream()) {
            @Override
            public int read() throws IOException {
                moving();
                try {
                    return in.read();
                } finally {
                    moved();
                }
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                moving();
                try {
                    return in.read(bytes, offset, length);
                } finally {
                    moved();
                }
            }
        };
    }

    @Override
    protected OutputStream getOutputStream(Socket socket) throws IOException {
        return new FilterOutputStream(socket.getOutputStream()) {
            @Override
            public void write(int next) throws IOException {
                moving();
                try {
                    out.write(next);
                } finally {
                    moved();
                }
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                moving();
                try {
                    out.write(bytes, offset, length);
                } finally {
                    moved();
                }
            }
        };
    }

    private void moving() {
        Watch current = watch.get();
        if (current != null) {
            current.moving();
        }
    }

    private void moved() {
        Watch current = watch.get();
        if (current != null) {
            current.moved();
        }
    }
}
