package io.chconnect.engine.internal.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/**
 * Lets user {@code default} have a password. The engine's command line always logs in as {@code default} without one, so
 * that this user's login is handed to this HTTP endpoint by the engine's {@code http_authentication}: it accepts the empty
 * password once, for the engine itself, and from then on the right password only.
 */
final class PasswordGate {
    private static final int MAX_HEAD_BYTES = 1 << 16;
    private static final int READ_TIMEOUT_MILLIS = 5000;
    private static final String BASIC = "authorization: basic ";

    private final ServerSocket socket;
    private final String sha256Hex;
    private boolean engineLoggedIn;

    private PasswordGate(ServerSocket socket, String sha256Hex) {
        this.socket = socket;
        this.sha256Hex = sha256Hex;
    }

    /** Listens in a daemon thread until the process ends. */
    static void open(int port, String sha256Hex) throws IOException {
        PasswordGate gate = new PasswordGate(FreePorts.bind(port), sha256Hex);
        Thread thread = new Thread(gate::serve, "clickhouse-connect-password-gate");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (true) {
            try (Socket client = socket.accept()) {
                client.setSoTimeout(READ_TIMEOUT_MILLIS);
                String status = accepts(head(client.getInputStream())) ? "200 OK" : "401 Unauthorized";
                String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The engine takes a broken connection for a refusal.
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (head.size() < MAX_HEAD_BYTES) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
            last = last << 8 | next;
            if (last == 0x0d0a0d0a) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    boolean accepts(String head) {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
                return acceptsCredentials(line.substring(BASIC.length()).strip());
            }
        }
        return false;
    }

    private boolean acceptsCredentials(String base64) {
        String credentials;
        try {
            credentials = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String password = credentials.substring(credentials.indexOf(':') + 1);
        if (password.isEmpty() && !engineLoggedIn) {
            engineLoggedIn = true;
            return true;
        }
        return MessageDigest.isEqual(
                UsersXml.sha256Hex(password).getBytes(StandardCharsets.US_ASCII),
                sha256Hex.getBytes(StandardCharsets.US_ASCII));
    }
}
