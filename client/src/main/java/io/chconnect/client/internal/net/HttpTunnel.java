package io.chconnect.client.internal.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Asks an HTTP proxy for a tunnel (CONNECT), and makes its credentials. */
public final class HttpTunnel {
    private static final int MAX_HEAD_BYTES = 64 << 10;

    private HttpTunnel() {}

    /**
     * The value of {@code Proxy-Authorization}.
     *
     * @param proxy the proxy
     * @return null when nobody logs in
     */
    public static @Nullable String authorization(Proxy proxy) {
        if (proxy.user() == null) {
            return null;
        }
        String login = proxy.user() + ":" + (proxy.password() == null ? "" : proxy.password());
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    static void connect(Socket socket, Proxy proxy, String host, int port) throws IOException {
        String target = (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        String authorization = authorization(proxy);
        String head = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n"
                + (authorization == null ? "" : "Proxy-Authorization: " + authorization + "\r\n") + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        String answer = readHead(socket.getInputStream(), proxy);
        String status = answer.lines().findFirst().orElse("");
        if (!status.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
            throw new ProxyException(
                    "The " + proxy + " does not connect to " + target + ": it answers \"" + shorten(status) + "\""
                            + (status.contains(" 407") ? " (it wants a login)" : ""),
                    null);
        }
    }

    /** Reads byte by byte: whatever follows the head belongs to TLS. */
    private static String readHead(InputStream in, Proxy proxy) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 2) {
            int next = in.read();
            if (next < 0 || head.size() >= MAX_HEAD_BYTES) {
                throw new ProxyException(
                        "The " + proxy + " ended the connection instead of opening a tunnel: is it an HTTP proxy?",
                        null);
            }
            head.write(next);
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static String shorten(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
