package io.chconnect.testkit.fault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * An HTTP server on a free loopback port that answers as a test tells it, with faults where wanted, and keeps what it
 * received. Thread-safe.
 */
public final class FaultyServer implements AutoCloseable {
    private static final int BACKLOG = 512;

    private final ServerSocket listener;
    private final List<ReceivedRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean keepsRequests = true;
    private volatile Function<ReceivedRequest, Answer> answers;

    private FaultyServer(Function<ReceivedRequest, Answer> answers) {
        this.answers = answers;
        try {
            listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Daemon.start("faulty-server", this::accept);
    }

    /**
     * Starts a server that answers every request alike.
     *
     * @param answer the answer
     * @return the server; the caller closes it
     */
    public static FaultyServer start(Answer answer) {
        return new FaultyServer(request -> answer);
    }

    /**
     * Starts a server that chooses its answers.
     *
     * @param answers gives the answer for a request; called in several threads. Its request has no body yet
     * @return the server; the caller closes it
     */
    public static FaultyServer choosing(Function<ReceivedRequest, Answer> answers) {
        return new FaultyServer(answers);
    }

    /**
     * Changes the answer to all requests from now on.
     *
     * @param answer the answer
     */
    public void answer(Answer answer) {
        answers = request -> answer;
    }

    /** Forgets requests as they are answered, for long runs. */
    public void keepNoRequests() {
        keepsRequests = false;
        requests.clear();
    }

    /**
     * Where the server is.
     *
     * @return for example {@code http://127.0.0.1:40123}
     */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /**
     * The port of the server.
     *
     * @return from 1 to 65535
     */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * What was received so far.
     *
     * @return whole requests, in order of arrival
     */
    public List<ReceivedRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * How many connections were made so far.
     *
     * @return never negative
     */
    public int connections() {
        return accepted.get();
    }

    /**
     * How many connections are open.
     *
     * @return never negative
     */
    public int openConnections() {
        return open.size();
    }

    @Override
    public void close() {
        closed.countDown();
        Daemon.close(listener);
        open.forEach(Daemon::close);
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                int number = accepted.incrementAndGet();
                Daemon.start("faulty-server-" + number, () -> serve(socket, number));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            socket.setTcpNoDelay(true);
            RequestReader reader = new RequestReader(new BufferedInputStream(socket.getInputStream()));
            Peer peer = new Peer(socket, closed);
            boolean more;
            do {
                more = answerNext(reader, peer, number);
            } while (more && !peer.finished());
        } catch (IOException e) {
            // The client is gone, as many tests want it.
        } finally {
            open.remove(socket);
        }
    }

    private boolean answerNext(RequestReader reader, Peer peer, int number) throws IOException {
        RequestReader.Head head = reader.head();
        if (head == null) {
            return false;
        }
        ReceivedRequest request = new ReceivedRequest(number, head.method(), head.target(), head.headers(), "");
        Answer answer = answers.apply(request);
        if (!answer.early()) {
            String body = new String(reader.body(head.headers()), StandardCharsets.ISO_8859_1);
            request = new ReceivedRequest(number, request.method(), request.target(), request.headers(), body);
        }
        if (keepsRequests) {
            requests.add(request);
        }
        answer.send(peer);
        return true;
    }
}
