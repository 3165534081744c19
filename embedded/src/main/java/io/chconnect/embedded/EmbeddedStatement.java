package io.chconnect.embedded;

import io.chconnect.client.Progress;
import io.chconnect.client.ProgressListener;
import io.chconnect.client.transport.StatementRequest;
import io.chconnect.engine.EngineConnection;
import io.chconnect.engine.EngineProgress;
import io.chconnect.engine.EngineStatement;
import java.lang.ref.Cleaner;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One statement on its connection, whose calls into the engine run on threads of the transport. Cancel is for any thread. */
final class EmbeddedStatement implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;
    private static final Cleaner CLEANER = Cleaner.create(task -> {
        Thread thread = new Thread(task, "clickhouse-connect-embedded-cleaner");
        thread.setDaemon(true);
        return thread;
    });

    private final StatementConnections connections;
    private final EngineThreads threads;
    private final StatementRequest request;
    private final CallWait wait;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicReference<StatementConnections.@Nullable Lease> lease = new AtomicReference<>();
    private final Cleaner.Cleanable forgotten;
    private volatile boolean clean;

    EmbeddedStatement(
            StatementConnections connections, EngineThreads threads, StatementRequest request, Runnable onClose) {
        this.connections = connections;
        this.threads = threads;
        this.request = request;
        this.forgotten = CLEANER.register(this, new Forgotten(lease, threads, onClose));
        this.wait = new CallWait(request.timeout(), request.deadline(), this::askForProgress);
    }

    /** Lets go of what a statement holds that was left to the garbage collector. */
    private record Forgotten(
            AtomicReference<StatementConnections.@Nullable Lease> lease, EngineThreads threads, Runnable onClose)
            implements Runnable {
        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // nobody is left who could be told
        public void run() {
            onClose.run();
            StatementConnections.Lease held = lease.getAndSet(null);
            if (held != null) {
                threads.submit(() -> {
                    held.discard().run();
                    return true;
                });
            }
        }
    }

    /** A call into the engine. */
    @FunctionalInterface
    interface Call<T extends @Nullable Object> {
        T on(EngineConnection connection);
    }

    StatementRequest request() {
        return request;
    }

    /** Starts a call; one at a time. */
    <T extends @Nullable Object> Future<T> start(Call<T> call) {
        return threads.submit(() -> call.on(connection()));
    }

    /** Waits for a call within the statement's limits. */
    <T extends @Nullable Object> T await(Future<T> call) {
        return wait.await(call);
    }

    /** Runs a call within the statement's limits. */
    <T extends @Nullable Object> T run(Call<T> call) {
        return await(start(call));
    }

    /** The statement as the engine takes it. */
    EngineStatement sql(String format) {
        return sql(request.sql(), format);
    }

    /** The statement with another text. */
    EngineStatement sql(String text, String format) {
        EngineStatement statement = EngineStatement.of(text).withFormat(format);
        for (Map.Entry<String, String> parameter : request.parameters().entrySet()) {
            statement = statement.withParameter(parameter.getKey(), parameter.getValue());
        }
        return statement;
    }

    /** Makes a call that is under way, and every later one, fail as cancelled. */
    void cancel() {
        wait.cancel();
    }

    /** Nothing went wrong, so the connection can be used again. */
    void ended() {
        clean = true;
    }

    /** Tells how far the statement is. */
    void tell(Progress progress) {
        ProgressListener listener = request.progress();
        if (listener != null) {
            listener.onProgress(progress);
        }
    }

    @Override
    public void close() {
        close(() -> {});
    }

    /** Frees what belongs to the statement, then its connection; waits for a while, not for ever. */
    void close(Runnable release) {
        if (closed.getAndSet(true)) {
            return;
        }
        wait.over();
        StatementConnections.Lease held = lease.getAndSet(null);
        forgotten.clean();
        Future<?> closing = threads.submit(() -> {
            try {
                release.run();
            } finally {
                if (held != null) {
                    (clean && !wait.killed() ? held.end() : held.discard()).run();
                }
            }
            return true;
        });
        boolean interrupted = false;
        try {
            closing.get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (TimeoutException e) {
            // The engine does not let go; the thread goes on waiting for it.
        } catch (ExecutionException e) {
            // What cannot be freed is not the failure of a statement that is over.
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private EngineConnection connection() {
        StatementConnections.Lease taken = lease.get();
        if (taken == null) {
            taken = connections.take(request);
            lease.set(taken);
            wait.connection(taken.connection());
        }
        return taken.connection();
    }

    private void askForProgress() {
        StatementConnections.Lease taken = lease.get();
        if (request.progress() == null || taken == null) {
            return;
        }
        EngineProgress progress = taken.connection().progress();
        if (progress != null) {
            tell(new Progress(
                    progress.readRows(),
                    progress.readBytes(),
                    progress.totalRowsToRead(),
                    progress.writtenRows(),
                    progress.writtenBytes(),
                    progress.elapsed().toNanos()));
        }
    }
}
