package io.chconnect.testkit.fault;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a {@link FaultyServer} received it.
 *
 * @param connection the number of the connection it came over, from 1
 * @param method for example {@code POST}
 * @param target path and parameters as sent
 * @param headers by lower-case name; of repeated ones the last
 * @param body the body, a character for each byte, framing removed; empty when it was answered unread
 */
public record ReceivedRequest(int connection, String method, String target, Map<String, String> headers, String body) {
    /**
     * A parameter of the target.
     *
     * @param name its name
     * @return its decoded value; null when it was not sent
     */
    public @Nullable String parameter(String name) {
        int query = target.indexOf('?');
        for (String pair : target.substring(query + 1).split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    /**
     * The body as text.
     *
     * @return the body, decoded as UTF-8
     */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /**
     * The body as bytes.
     *
     * @return a new array
     */
    public byte[] bytes() {
        return body.getBytes(StandardCharsets.ISO_8859_1);
    }
}
