package io.chconnect.engine.internal.natives;

import java.lang.ref.Cleaner;

/** Frees what was left to the garbage collector instead of being closed. */
public final class Unreachable {
    private static final Cleaner CLEANER = Cleaner.create(task -> {
        Thread thread = new Thread(task, "clickhouse-connect-engine-cleaner");
        thread.setDaemon(true);
        return thread;
    });

    private Unreachable() {}

    /**
     * Runs an action once an object cannot be reached any more.
     *
     * @param object the object
     * @param action the action; must not refer to the object
     * @return runs the action at once, unless it has run
     */
    public static Cleaner.Cleanable onUnreachable(Object object, Runnable action) {
        return CLEANER.register(object, action);
    }
}
