package io.chconnect.conformance.fire;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.engine.ServerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A server that is started again on the same data and ports when its process ends, as an operator would. ClickHouse 26.7
 * ends by "Terminate called for uncaught exception … Broken pipe" when a client goes away in the middle of the head of a
 * request: some hundred such connections, with nothing else under way, are enough. Thread-safe.
 */
final class StormEngine implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;

    private final ServerOptions options;
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread supervisor;
    private volatile ClickHouseServer server;

    StormEngine(Path directory) {
        options = ServerOptions.builder()
                .dataDirectory(directory)
                .httpPort(ClickHouseServer.freePort())
                .tcpPort(ClickHouseServer.freePort())
                .build();
        server = ClickHouseServer.start(options);
        supervisor = new Thread(this::supervise, "storm-engine");
        supervisor.setDaemon(true);
        supervisor.start();
    }

    int port() {
        return options.httpPort();
    }

    String url() {
        return server.url();
    }

    /** How the process ended each time that nobody asked for it. */
    List<String> ends() {
        return ends;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            supervisor.join(TimeUnit.SECONDS.toMillis(90));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }

    private void supervise() {
        try {
            while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!server.isAlive()) {
                    ends.add(server.logTail());
                    server.close();
                    server = ClickHouseServer.start(options);
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the supervisor", e);
        }
    }
}
