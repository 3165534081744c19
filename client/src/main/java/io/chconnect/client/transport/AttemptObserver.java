package io.chconnect.client.transport;

import io.chconnect.client.OperationAttempt;
import io.chconnect.error.ClickHouseException;
import java.util.Map;

/** Is told by a transport how the attempts to run a statement go. One statement's calls come one after the other. */
public interface AttemptObserver {
    /** Wants to know nothing. */
    AttemptObserver NONE = new AttemptObserver() {
        @Override
        public Map<String, String> attempt(OperationAttempt attempt) {
            return Map.of();
        }

        @Override
        public void sent() {}

        @Override
        public void firstByte() {}

        @Override
        public void retry(ClickHouseException failure) {}
    };

    /**
     * An attempt begins. Called when {@link Transport#cancel} would find the statement, and before anything is sent.
     *
     * @param attempt where it goes
     * @return headers for its request where there are headers; those of the request and of the client win
     * @throws io.chconnect.error.CancelledException if nobody wants the statement any more
     */
    Map<String, String> attempt(OperationAttempt attempt);

    /** The request is sent. Throws nothing. */
    void sent();

    /** The answer begins. Throws nothing. */
    void firstByte();

    /**
     * An attempt failed, and another one follows. Throws nothing.
     *
     * @param failure why it failed
     */
    void retry(ClickHouseException failure);
}
