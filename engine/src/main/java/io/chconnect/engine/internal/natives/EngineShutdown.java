package io.chconnect.engine.internal.natives;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Closes engines that are still open when the JVM exits, within bounded time, and stops the engine's threads. */
public final class EngineShutdown {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Set<Entry> OPEN = ConcurrentHashMap.newKeySet();

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(EngineShutdown::run, "clickhouse-connect-engine-exit"));
        } catch (IllegalStateException e) {
            // The JVM is exiting already; what is opened now must be closed by its owner.
        }
    }

    private EngineShutdown() {}

    /** One registered engine. */
    public static final class Entry {
        private final Consumer<Duration> close;

        private Entry(Consumer<Duration> close) {
            this.close = close;
        }

        /** Forgets the engine, because its owner closes it. */
        public void cancel() {
            OPEN.remove(this);
        }
    }

    /**
     * Registers an engine.
     *
     * @param close closes it; waits no longer than it is told
     * @return the registration
     */
    public static Entry register(Consumer<Duration> close) {
        Entry entry = new Entry(close);
        OPEN.add(entry);
        return entry;
    }

    private static void run() {
        OPEN.forEach(entry -> entry.close.accept(LIMIT));
        Thread stop = new Thread(NativeEngine::shutdown, "clickhouse-connect-engine-stop");
        stop.setDaemon(true);
        stop.start();
        try {
            stop.join(LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
