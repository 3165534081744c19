package io.chconnect.client.internal.http;

import io.chconnect.client.internal.net.SecretScrubber;
import io.chconnect.error.ServerErrors;
import io.chconnect.error.ServerException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The error that a server puts behind data it has already sent; see {@code WriteBufferFromHTTPServerResponse.cpp} of
 * ClickHouse. The tag is a random word from the header {@code X-ClickHouse-Exception-Tag}.
 *
 * <pre>
 * CR LF __exception__ CR LF tag CR LF message LF length blank tag CR LF __exception__ CR LF
 * </pre>
 *
 * Servers without the header put the bare text behind the data.
 */
final class ExceptionBlock {
    private static final int UNTAGGED_BYTES = 1024;
    private static final Pattern UNTAGGED = Pattern.compile("Code: \\d{1,9}[.,][\\x20-\\x7E\\n]*");

    private ExceptionBlock() {}

    /** The error in the last bytes of an answer; null when there is none. */
    static @Nullable ServerException find(byte[] tail, String tag, @Nullable String queryId, SecretScrubber scrubber) {
        String text = new String(tail, StandardCharsets.ISO_8859_1);
        String begin = "__exception__\r\n" + tag + "\r\n";
        int from = text.lastIndexOf(begin);
        if (from < 0) {
            return null;
        }
        from += begin.length();
        int end = text.indexOf(" " + tag + "\r\n__exception__", from);
        int line = end < 0 ? -1 : text.lastIndexOf('\n', end);
        int to = line < from ? text.length() : line;
        return ServerErrors.from(
                new String(tail, from, to - from, StandardCharsets.UTF_8), 0, queryId, scrubber::scrub);
    }

    /** The error of an old server; to be looked for only where the data broke, since data may look alike. */
    static @Nullable ServerException findUntagged(byte[] tail, @Nullable String queryId, SecretScrubber scrubber) {
        int from = Math.max(0, tail.length - UNTAGGED_BYTES);
        Matcher matcher = UNTAGGED.matcher(new String(tail, from, tail.length - from, StandardCharsets.ISO_8859_1));
        String found = null;
        while (matcher.find()) {
            found = matcher.group();
        }
        return found == null ? null : ServerErrors.from(found, 0, queryId, scrubber::scrub);
    }
}
