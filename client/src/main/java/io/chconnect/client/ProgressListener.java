package io.chconnect.client;

/** Is told how far a statement is. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * The server told how far it is. Called by the thread that waits for the answer, so it should return soon; an exception
     * of it ends the statement.
     *
     * @param progress how far it is
     */
    void onProgress(Progress progress);
}
