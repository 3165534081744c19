package io.chconnect.client.internal.http;

import java.io.IOException;

/** The maker of an insert's data failed, which is no fault of the connection. */
final class StoppedInsertException extends IOException {
    private static final long serialVersionUID = 1L;

    StoppedInsertException(RuntimeException cause) {
        super("the insert was stopped", cause);
    }

    /** What the maker threw, if it is the cause of a failure; otherwise the failure. */
    static RuntimeException trueCause(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoppedInsertException && cause.getCause() instanceof RuntimeException original) {
                return original;
            }
        }
        return failure;
    }
}
