package io.chconnect.engine;

import io.chconnect.error.ConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How the engine's library file is found. Immutable. */
public final class LibraryOptions {
    private static final LibraryOptions DEFAULTS =
            new LibraryOptions(null, true, Duration.ofMinutes(10), FetchListener.printing());

    private final @Nullable Path path;
    private final boolean fetch;
    private final Duration fetchTimeout;
    private final FetchListener fetchListener;

    private LibraryOptions(@Nullable Path path, boolean fetch, Duration fetchTimeout, FetchListener fetchListener) {
        this.path = path;
        this.fetch = fetch;
        this.fetchTimeout = fetchTimeout;
        this.fetchListener = fetchListener;
    }

    /**
     * No path, fetching allowed within ten minutes, progress printed to {@link System#err}.
     *
     * @return the defaults
     */
    public static LibraryOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Names the library file; nothing else is then looked at.
     *
     * @param newPath the file, or null for the usual search
     * @return a changed copy
     */
    public LibraryOptions withPath(@Nullable Path newPath) {
        return new LibraryOptions(newPath, fetch, fetchTimeout, fetchListener);
    }

    /**
     * Whether a missing library may be fetched from npm.
     *
     * @param newFetch false to fail instead
     * @return a changed copy
     */
    public LibraryOptions withFetch(boolean newFetch) {
        return new LibraryOptions(path, newFetch, fetchTimeout, fetchListener);
    }

    /**
     * The longest time for one fetch, waiting for another process's fetch included.
     *
     * @param newTimeout more than zero
     * @return a changed copy
     * @throws ConfigurationException when the time is not positive
     */
    public LibraryOptions withFetchTimeout(Duration newTimeout) {
        if (newTimeout.isZero() || newTimeout.isNegative()) {
            throw new ConfigurationException("fetch timeout " + newTimeout + " is not positive");
        }
        return new LibraryOptions(path, fetch, newTimeout, fetchListener);
    }

    /**
     * Who hears of a fetch's progress.
     *
     * @param newListener the listener
     * @return a changed copy
     */
    public LibraryOptions withFetchListener(FetchListener newListener) {
        return new LibraryOptions(path, fetch, fetchTimeout, newListener);
    }

    /**
     * The library file named in code.
     *
     * @return null for the usual search
     */
    public @Nullable Path path() {
        return path;
    }

    /**
     * Whether a missing library may be fetched.
     *
     * @return true by default
     */
    public boolean fetch() {
        return fetch;
    }

    /**
     * The longest time for one fetch.
     *
     * @return ten minutes by default
     */
    public Duration fetchTimeout() {
        return fetchTimeout;
    }

    /**
     * Who hears of a fetch's progress.
     *
     * @return never null
     */
    public FetchListener fetchListener() {
        return fetchListener;
    }

    @Override
    public String toString() {
        return "LibraryOptions[path=" + path + ", fetch=" + fetch + ", fetchTimeout=" + fetchTimeout + "]";
    }
}
