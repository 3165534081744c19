package io.chconnect.engine.internal.library;

import io.chconnect.error.CancelledException;
import io.chconnect.error.EmbeddedLibraryException;
import io.chconnect.error.StatementOutcome;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lets one thread of one process fetch at a time; the operating system frees the lock of a killed process. */
final class FetchLock {
    private static final long POLL_MILLIS = 50;

    /** File locks exclude processes only. */
    private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();

    private final FileChannel channel;

    private FetchLock(FileChannel channel) {
        this.channel = channel;
    }

    static FetchLock acquire(Path file, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        FileChannel channel = null;
        boolean held = false;
        try {
            held = WITHIN_PROCESS.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (!held) {
                throw tooLong(file, limit);
            }
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (tryLock(channel) == null) {
                if (System.nanoTime() - deadline > 0) {
                    throw tooLong(file, limit);
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            return new FetchLock(channel);
        } catch (IOException e) {
            release(channel, held);
            throw new EmbeddedLibraryException("cannot lock " + file + ": " + e, e);
        } catch (InterruptedException e) {
            release(channel, held);
            Thread.currentThread().interrupt();
            throw new CancelledException(
                    "interrupted while waiting for the lock " + file, StatementOutcome.NOT_SENT, e);
        } catch (RuntimeException e) {
            release(channel, held);
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This code loaded by another class loader of the same process holds it.
            return null;
        }
    }

    private static EmbeddedLibraryException tooLong(Path file, Duration limit) {
        return new EmbeddedLibraryException("another fetch of the engine library holds the lock " + file
                + " for more than " + limit.toSeconds() + " s; wait for it or end that process");
    }

    private static void release(@Nullable FileChannel channel, boolean held) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The process's end frees the lock at the latest.
        } finally {
            if (held) {
                WITHIN_PROCESS.unlock();
            }
        }
    }

    /** To be called by the thread that acquired it. */
    void release() {
        release(channel, true);
    }
}
