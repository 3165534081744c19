package io.chconnect.client.internal.http;

import io.chconnect.error.ServerErrors;
import io.chconnect.error.ServerException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The error that a server puts behind data it has already sent; see {@code WriteBufferFromHTTPServerResponse.cpp} of
 * ClickHouse. The tag is a random word from the header {@code X-ClickHouse-Exception-Tag}.
 *
 * <pre>
 * CR LF __exception__ CR LF tag CR LF message LF length blank tag CR LF __exception__ CR LF
 * </pre>
 */
final class ExceptionBlock {
    private ExceptionBlock() {}

    static @Nullable ServerException find(byte[] tail, String tag, @Nullable String queryId) {
        byte[] start = ("__exception__\r\n" + tag + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        int from = lastIndexOf(tail, start);
        if (from < 0) {
            return null;
        }
        String text = new String(tail, from + start.length, tail.length - from - start.length, StandardCharsets.UTF_8);
        int end = text.lastIndexOf(" " + tag + "\r\n__exception__");
        int line = end < 0 ? -1 : text.lastIndexOf('\n', end);
        return ServerErrors.from(line < 0 ? text : text.substring(0, line), 0, queryId);
    }

    private static int lastIndexOf(byte[] bytes, byte[] wanted) {
        for (int at = bytes.length - wanted.length; at >= 0; at--) {
            if (bytes[at] == wanted[0] && matches(bytes, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
