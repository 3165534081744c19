package io.chconnect.engine.internal.natives;

import io.chconnect.error.ConfigurationException;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps the engine's rule of one data directory per process, by counting who uses it. */
public final class DataPath {
    private static final String MEMORY = ":memory:";
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static @Nullable String current;
    private static int users;

    private final @Nullable Path directory;

    private DataPath(@Nullable Path directory) {
        this.directory = directory;
    }

    /**
     * Joins the users of a data directory.
     *
     * @param directory the directory, or null for memory
     * @return the use, to be released once
     */
    public static DataPath acquire(@Nullable Path directory) {
        String wanted = directory == null ? MEMORY : directory.toString();
        LOCK.lock();
        try {
            if (current != null && !current.equals(wanted)) {
                throw new ConfigurationException("this process has the embedded data directory " + current
                        + " open and cannot open " + wanted
                        + " beside it; close all engines and clients on the first one before");
            }
            current = wanted;
            users++;
            return new DataPath(directory);
        } finally {
            LOCK.unlock();
        }
    }

    /**
     * The directory.
     *
     * @return null for memory
     */
    public @Nullable Path directory() {
        return directory;
    }

    /** Leaves; the last one to leave makes room for another directory. */
    public void release() {
        LOCK.lock();
        try {
            users--;
            if (users == 0) {
                current = null;
            }
        } finally {
            LOCK.unlock();
        }
    }
}
