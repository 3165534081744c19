package io.chconnect.engine.internal.server;

import io.chconnect.engine.EngineLibrary;
import io.chconnect.engine.ServerOptions;
import io.chconnect.error.CancelledException;
import io.chconnect.error.EmbeddedLibraryException;
import io.chconnect.error.StatementOutcome;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** A child process with its files and ports. */
public final class ServerProcess implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final long ASK_MILLIS = 1000;
    private static final long KILL_SECONDS = 10;

    private final Process process;
    private final ServerFiles files;
    private final Ports ports;
    private final ReentrantLock closing = new ReentrantLock();
    private volatile String lastLog = "";
    private volatile boolean closed;

    private ServerProcess(Process process, ServerFiles files, Ports ports) {
        this.process = process;
        this.files = files;
        this.ports = ports;
    }

    /**
     * Starts a server and waits until it is ready.
     *
     * @param options how
     * @return the server
     */
    public static ServerProcess start(ServerOptions options) {
        Path library = EngineLibrary.locate(options.library());
        for (int attempt = 1; ; attempt++) {
            if (options.httpPort() != 0) {
                FreePorts.requireFree("HTTP", options.httpPort());
            }
            if (options.tcpPort() != 0) {
                FreePorts.requireFree("TCP", options.tcpPort());
            }
            try {
                return startOnce(options, library);
            } catch (PortTakenException e) {
                // Somebody took a port after it was found free; given ports fail in the next round.
                if (attempt == ATTEMPTS) {
                    throw new EmbeddedLibraryException("the server could not take its ports: " + e.getMessage(), e);
                }
            }
        }
    }

    private static ServerProcess startOnce(ServerOptions options, Path library) throws PortTakenException {
        Ports ports = Ports.choose(options);
        ServerFiles files = ServerFiles.create(options.dataDirectory());
        ServerProcess server;
        try {
            files.writePrivate(files.users(), UsersXml.of(options));
            files.writePrivate(files.config(), ServerXml.of(options, files, ports));
            Process process = launch(options, files, ports, library);
            server = new ServerProcess(process, files, ports);
        } catch (RuntimeException e) {
            files.delete();
            throw e;
        }
        RunningServers.add(server);
        try {
            new Readiness(server, files).await(options.startTimeout());
            return server;
        } catch (RuntimeException | PortTakenException e) {
            server.kill();
            server.close();
            throw e;
        }
    }

    private static Process launch(ServerOptions options, ServerFiles files, Ports ports, Path library) {
        Process process;
        try {
            process = ChildJvm.builder(files, options.timeZone().getId()).start();
        } catch (IOException e) {
            throw new EmbeddedLibraryException("cannot start a child process for a server: " + e.getMessage(), e);
        }
        try {
            // The stream stays open: its end tells the child that this process is gone.
            String password = UsersXml.defaultPassword(options);
            String hash = password == null ? "" : UsersXml.sha256Hex(password);
            LaunchPlan.of(library.toString(), files, ports.gate(), hash)
                    .write(new DataOutputStream(process.getOutputStream()));
            return process;
        } catch (IOException e) {
            process.destroyForcibly();
            throw new EmbeddedLibraryException(
                    "the child process of a server ended at once. Its log ends: " + ServerLog.tail(files), e);
        }
    }

    public int httpPort() {
        return ports.http();
    }

    public int tcpPort() {
        return ports.tcp();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    int exitValue() {
        return process.exitValue();
    }

    public String logTail() {
        return closed ? lastLog : ServerLog.tail(files);
    }

    /** Kills the process and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(TimeUnit.SECONDS.toMillis(KILL_SECONDS));
    }

    void askToStop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    @Override
    public void close() {
        closing.lock();
        try {
            if (closed) {
                return;
            }
            lastLog = ServerLog.tail(files);
            closed = true;
            RunningServers.remove(this);
            askToStop();
            if (!awaitEnd(ASK_MILLIS)) {
                kill();
            }
            files.delete();
        } finally {
            closing.unlock();
        }
    }

    /** Waits for the process's end, whether the thread is interrupted or not; the interrupt is kept. */
    private boolean awaitEnd(long millis) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (true) {
                try {
                    return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static CancelledException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CancelledException("interrupted while a local server started", StatementOutcome.NOT_SENT, cause);
    }
}
