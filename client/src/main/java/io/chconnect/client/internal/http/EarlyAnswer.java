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
    @Override
    public boolean isEarlyResponseDetected(
            ClassicHttpRequest request, HttpClientConnection connection, InputStream in, long sent, long next)
            throws IOException {
        if (in.available() > 0) {
            return true;
        }
        // What has arrived over TLS is not decrypted yet, and may be something else than an answer.
        return ((HttpConnection) connection).hasEncryptedData() && connection.isDataAvailable(Timeout.ONE_MILLISECOND);
    }
}
