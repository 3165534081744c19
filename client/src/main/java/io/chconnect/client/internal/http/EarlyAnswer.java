package io.chconnect.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.ResponseOutOfOrderStrategy;
import org.apache.hc.core5.util.Timeout;

/**
 * Notices that the server answers while a request is still being sent: an insert that is refused stops at once, and its
 * answer is read. HttpClient's own way waits a millisecond at nearly every write, which makes large inserts several times
 * slower.
 */
final class EarlyAnswer implements ResponseOutOfOrderStrategy {
    /** How many bytes go out between two looks that wait; over TLS only those see an answer that is not yet decrypted. */
    private static final long BYTES_BETWEEN_WAITS = 4 << 20;

    @Override
    public boolean isEarlyResponseDetected(
            ClassicHttpRequest request, HttpClientConnection connection, InputStream in, long sent, long next)
            throws IOException {
        if (in.available() > 0) {
            return true;
        }
        boolean waits = sent / BYTES_BETWEEN_WAITS != (sent + next) / BYTES_BETWEEN_WAITS;
        return waits && connection.isDataAvailable(Timeout.ONE_MILLISECOND);
    }
}
