package io.chconnect.client.internal.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Opens sockets to servers, directly or through a proxy, within the time of a {@link Watch}. Thread-safe. */
public final class SocketOpener {
    private SocketOpener() {}

    /**
     * Opens a socket.
     *
     * @param host the server
     * @param port its port
     * @param proxy the way to it; null for the direct one
     * @param tunnel whether an HTTP proxy shall pass bytes on as they are
     * @param limit how long it may take
     * @param watch breaks it off
     * @return a connected socket; the caller closes it
     * @throws IOException if no connection comes about
     */
    public static Socket open(String host, int port, @Nullable Proxy proxy, boolean tunnel, Duration limit, Watch watch)
            throws IOException {
        if (proxy == null) {
            return dial(host, port, limit, watch);
        }
        Socket socket;
        try {
            socket = dial(proxy.host(), proxy.port(), limit, watch);
        } catch (ConnectException e) {
            throw new ProxyException("The " + proxy + " cannot be reached: " + e.getMessage(), e);
        }
        try {
            if (proxy.kind() == Proxy.Kind.SOCKS5) {
                Socks5.connect(socket, proxy, host, port);
            } else if (tunnel) {
                HttpTunnel.connect(socket, proxy, host, port);
            }
            return socket;
        } catch (IOException | RuntimeException e) {
            closeQuietly(socket);
            throw e;
        }
    }

    static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed either way.
        }
    }

    private static Socket dial(String host, int port, Duration limit, Watch watch) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        InetAddress[] addresses = HostAddresses.of(host, limit);
        IOException failure = null;
        for (int i = 0; i < addresses.length; i++) {
            long left = (end - System.nanoTime()) / 1_000_000;
            try {
                return dial(new InetSocketAddress(addresses[i], port), left / (addresses.length - i), watch);
            } catch (IOException e) {
                watch.check();
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        throw failure == null ? new ConnectException("no address") : failure;
    }

    private static Socket dial(InetSocketAddress address, long millis, Watch watch) throws IOException {
        // Only the sockets of channels let an interrupt end what a platform thread waits for.
        Socket socket = SocketChannel.open().socket();
        watch.breakWith(() -> closeQuietly(socket));
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(address, (int) Math.max(1, Math.min(millis, Integer.MAX_VALUE)));
            return socket;
        } catch (IOException e) {
            closeQuietly(socket);
            throw e;
        }
    }
}
