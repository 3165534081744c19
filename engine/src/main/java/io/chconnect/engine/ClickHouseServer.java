package io.chconnect.engine;

import io.chconnect.engine.internal.server.FreePorts;
import io.chconnect.engine.internal.server.ServerProcess;

/**
 * A ClickHouse server in a child process, listening on loopback only: HTTP and native TCP. It ends when it is closed,
 * when this JVM exits, and also when this JVM is killed. Several may run side by side. Safe for use by many threads.
 */
public final class ClickHouseServer implements AutoCloseable {
    private final ServerProcess process;

    private ClickHouseServer(ServerProcess process) {
        this.process = process;
    }

    /**
     * Starts a server with {@link ServerOptions#defaults}.
     *
     * @return the server, ready, to be closed by the caller
     * @throws io.chconnect.error.EmbeddedLibraryException when the library is missing or the server cannot start
     * @throws io.chconnect.error.TimeoutException when it is not ready in time
     */
    public static ClickHouseServer start() {
        return start(ServerOptions.defaults());
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param options how to start it
     * @return the server, ready, to be closed by the caller
     * @throws io.chconnect.error.EmbeddedLibraryException when the library is missing or the server cannot start
     * @throws io.chconnect.error.TimeoutException when it is not ready in time
     * @throws io.chconnect.error.ConfigurationException when a given port is taken or the data directory is not writable
     * @throws io.chconnect.error.CancelledException when the thread is interrupted
     */
    public static ClickHouseServer start(ServerOptions options) {
        return new ClickHouseServer(ServerProcess.start(options));
    }

    /**
     * A port of the loopback interface that is free now, for configurations that must name ports before a server starts.
     * Another process can still take it.
     *
     * @return the port
     */
    public static int freePort() {
        return FreePorts.choose();
    }

    /**
     * The address of the HTTP interface, without user and password.
     *
     * @return such as {@code http://127.0.0.1:18123}
     */
    public String url() {
        return "http://127.0.0.1:" + httpPort();
    }

    /**
     * The port of the HTTP interface.
     *
     * @return the port on 127.0.0.1
     */
    public int httpPort() {
        return process.httpPort();
    }

    /**
     * The port of the native TCP interface.
     *
     * @return the port on 127.0.0.1
     */
    public int tcpPort() {
        return process.tcpPort();
    }

    /**
     * The id of the child process.
     *
     * @return the operating system's number
     */
    public long pid() {
        return process.pid();
    }

    /**
     * Whether the child process runs.
     *
     * @return false after {@link #close}, {@link #kill} or a crash
     */
    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * The end of what the server logged, for messages.
     *
     * @return at most some thousand characters; the last known ones after {@link #close}
     */
    public String logTail() {
        return process.logTail();
    }

    /** Kills the child process at once, as a crash would, and waits until it is gone. Temporary files stay until {@link #close}. */
    public void kill() {
        process.kill();
    }

    /** Stops the server within about a second and removes its temporary files; a given data directory stays. Idempotent. */
    @Override
    public void close() {
        process.close();
    }

    /** The address and the process. */
    @Override
    public String toString() {
        return "ClickHouseServer[" + url() + ", tcp " + tcpPort() + ", pid " + pid() + "]";
    }
}
