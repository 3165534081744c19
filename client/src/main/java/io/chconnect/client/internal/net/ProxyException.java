package io.chconnect.client.internal.net;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The proxy, not the server behind it, is what failed. */
public final class ProxyException extends IOException {
    private static final long serialVersionUID = 1L;

    ProxyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
