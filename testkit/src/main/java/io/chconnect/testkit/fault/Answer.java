package io.chconnect.testkit.fault;

import java.io.IOException;

/** What a {@link FaultyServer} does once a request is there. */
@FunctionalInterface
public interface Answer {
    /**
     * Answers one request.
     *
     * @param peer the connection the request came over
     * @throws IOException if the connection is gone; the server takes that for the end of it
     */
    void send(Peer peer) throws IOException;

    /**
     * Whether the answer is given as soon as the head of the request is there, its body unread.
     *
     * @return false unless overridden
     */
    default boolean early() {
        return false;
    }
}
