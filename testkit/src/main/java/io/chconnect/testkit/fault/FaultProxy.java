package io.chconnect.testkit.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** A TCP proxy on a free loopback port that breaks connections to a real server on demand. Thread-safe. */
public final class FaultProxy implements AutoCloseable {
    private static final int BACKLOG = 512;
    private static final int BUFFER_BYTES = 64 << 10;

    private final ServerSocket listener;
    private final int targetPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile IntFunction<Fault> faults = connection -> Fault.NONE;
    private volatile CountDownLatch frozen = new CountDownLatch(0);

    private FaultProxy(int targetPort) {
        this.targetPort = targetPort;
        try {
            listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Daemon.start("fault-proxy", this::accept);
    }

    /**
     * Starts a proxy without faults.
     *
     * @param targetPort the server's port on the loopback address
     * @return the proxy; the caller closes it
     */
    public static FaultProxy start(int targetPort) {
        return new FaultProxy(targetPort);
    }

    /**
     * Says what happens to connections made from now on.
     *
     * @param chooser gives the fault for a connection's number, from 1; called in several threads
     */
    public void faults(IntFunction<Fault> chooser) {
        faults = chooser;
    }

    /**
     * Where the proxy is.
     *
     * @return for example {@code http://127.0.0.1:40123}
     */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /**
     * The port of the proxy.
     *
     * @return from 1 to 65535
     */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * How many connections were made so far.
     *
     * @return never negative
     */
    public int connections() {
        return accepted.get();
    }

    /** Ends all connections in good order, as servers do with idle ones; new ones are accepted. */
    public void dropConnections() {
        open.forEach(Daemon::close);
    }

    /** Lets no byte pass any more, on old connections and new ones, until {@link #resume}. */
    public void freeze() {
        frozen = new CountDownLatch(1);
    }

    /** Ends a freeze. */
    public void resume() {
        frozen.countDown();
    }

    /** Ends all connections and refuses new ones. */
    @Override
    public void close() {
        closed.countDown();
        frozen.countDown();
        Daemon.close(listener);
        dropConnections();
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket client = listener.accept();
                open.add(client);
                int number = accepted.incrementAndGet();
                Daemon.start("fault-proxy-up-" + number, () -> serve(client, faults.apply(number)));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client, Fault fault) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), targetPort)) {
            open.add(server);
            Daemon.start("fault-proxy-down", () -> pump(server, client, fault, Fault.Direction.DOWN));
            pump(client, server, fault, Fault.Direction.UP);
        } catch (IOException e) {
            // The client sees the end of its connection.
        } finally {
            open.removeIf(Socket::isClosed);
        }
    }

    private void pump(Socket from, Socket to, Fault fault, Fault.Direction direction) {
        byte[] buffer = new byte[BUFFER_BYTES];
        boolean counted = fault.direction() == direction && fault.kind() != Fault.Kind.NONE;
        long left = counted ? fault.afterBytes() : Long.MAX_VALUE;
        try {
            int passing;
            int length;
            do {
                length = from.getInputStream().read(buffer);
                frozen.await();
                if (length < 0) {
                    to.shutdownOutput();
                    return;
                }
                passing = (int) Math.min(length, left);
                to.getOutputStream().write(buffer, 0, passing);
                left -= passing;
            } while (passing == length);
            strike(fault.kind(), from, to);
        } catch (IOException e) {
            // One end broke off: the other one must not take it for a good end.
            reset(from);
            reset(to);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void strike(Fault.Kind kind, Socket from, Socket to) throws IOException {
        if (kind == Fault.Kind.STALL) {
            from.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        if (kind == Fault.Kind.RESET) {
            reset(from);
            reset(to);
        } else {
            Daemon.close(from);
            Daemon.close(to);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
        Daemon.close(socket);
    }
}
