package io.chconnect.client.internal.http;

import io.chconnect.error.ClickHouseException;

/** One attempt to run a statement failed before its answer began. Says what the retry policy must know. */
final class AttemptFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What the failure means for another attempt. */
    enum Kind {
        /** No byte of the statement left: any statement may be tried elsewhere. */
        NOT_SENT,
        /** A pooled connection that was found closed before anything was sent over it. */
        UNUSABLE,
        /** A pooled connection that the server had closed meanwhile, most probably. */
        STALE,
        /** The connection broke, and nothing is known. */
        BROKEN,
        /** A proxy, or a server under load, sent the statement back without running it. */
        TURNED_AWAY,
        /** The server does not accept the login. */
        LOGIN,
        /** Time is up, somebody cancelled, or another attempt would fail alike. */
        FINAL
    }

    /** What the failure means. */
    private final Kind kind;

    /** What the user is told. */
    private final ClickHouseException failure;

    AttemptFailedException(Kind kind, ClickHouseException failure) {
        super(failure);
        this.kind = kind;
        this.failure = failure;
    }

    Kind kind() {
        return kind;
    }

    ClickHouseException failure() {
        return failure;
    }
}
