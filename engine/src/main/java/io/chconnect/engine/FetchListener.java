package io.chconnect.engine;

import io.chconnect.engine.internal.library.PrintingFetchListener;

/** Hears of the progress of a fetch of the library. Called by the fetching thread; an exception ends the fetch. */
@FunctionalInterface
public interface FetchListener {
    /** The steps of a fetch, in their order. */
    enum Step {
        /** npm downloads the package; its size is not known. */
        DOWNLOAD,
        /** The package's checksum is computed. */
        VERIFY,
        /** The library is unpacked into the user cache. */
        UNPACK,
        /** The library is in its place. */
        DONE
    }

    /**
     * Called at the start of each step and again and again while it goes on.
     *
     * @param step what is going on
     * @param done bytes done in this step
     * @param total bytes of this step, 0 when not known
     */
    void progress(Step step, long done, long total);

    /**
     * A listener that prints a line to {@link System#err} at the start, about every tenth of the unpacking, and at the
     * end.
     *
     * @return a new listener
     */
    static FetchListener printing() {
        return new PrintingFetchListener(System.err);
    }

    /**
     * A listener that does nothing.
     *
     * @return a listener
     */
    static FetchListener silent() {
        return (step, done, total) -> {};
    }
}
