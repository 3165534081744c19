package io.chconnect.client.internal.http;

import java.io.IOException;

/** The maker of an insert's blocks failed, which is no fault of the connection. */
final class StoppedInsertException extends IOException {
    private static final long serialVersionUID = 1L;

    StoppedInsertException(RuntimeException cause) {
        super("the insert was stopped", cause);
    }
}
