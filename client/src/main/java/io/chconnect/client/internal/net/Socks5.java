package io.chconnect.client.internal.net;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The handshake of RFC 1928 and RFC 1929. The JDK's own SOCKS support takes credentials only from a default authenticator of
 * the whole JVM.
 *
 * <pre>
 * client: 5, methods, method…            server: 5, method (0 none, 2 password, 255 no agreement)
 * client: 1, length, user, length, password          server: 1, 0 when accepted
 * client: 5, 1 (connect), 0, 3 (name), length, name, port     server: 5, reply, 0, address type, address, port
 * </pre>
 */
final class Socks5 {
    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int PASSWORD = 2;
    private static final int CONNECT = 1;
    private static final int ADDRESS_NAME = 3;
    private static final int MAX_LENGTH = 255;
    private static final String[] REPLIES = {
        "",
        "it failed",
        "its rules forbid the connection",
        "the network is unreachable",
        "the host is unreachable",
        "the connection was refused",
        "it took too long",
        "it cannot connect",
        "it does not know the kind of address"
    };

    private Socks5() {}

    static void connect(Socket socket, Proxy proxy, String host, int port) throws IOException {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            login(socket, in, proxy);
            request(socket, host, port);
            readReply(in, proxy, host, port);
        } catch (EOFException e) {
            throw new ProxyException("The " + proxy + " ended the connection: is it a SOCKS5 proxy?", e);
        }
    }

    private static void login(Socket socket, DataInputStream in, Proxy proxy) throws IOException {
        boolean hasUser = proxy.user() != null;
        byte[] greeting = hasUser ? new byte[] {VERSION, 2, NO_LOGIN, PASSWORD} : new byte[] {VERSION, 1, NO_LOGIN};
        socket.getOutputStream().write(greeting);
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new ProxyException("The " + proxy + " answers with version " + version + ": expected 5", null);
        }
        int method = in.readUnsignedByte();
        if (method == PASSWORD && hasUser) {
            sendPassword(socket, in, proxy);
        } else if (method != NO_LOGIN) {
            throw new ProxyException(
                    "The " + proxy + (hasUser ? " accepts neither a password nor no login" : " wants a login"), null);
        }
    }

    private static void sendPassword(Socket socket, DataInputStream in, Proxy proxy) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(1);
        writeText(message, "user of the " + proxy, proxy.user() == null ? "" : proxy.user());
        writeText(message, "password for the " + proxy, proxy.password() == null ? "" : proxy.password());
        socket.getOutputStream().write(message.toByteArray());
        in.readUnsignedByte();
        if (in.readUnsignedByte() != 0) {
            throw new ProxyException("The " + proxy + " does not accept the user and password", null);
        }
    }

    private static void request(Socket socket, String host, int port) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {VERSION, CONNECT, 0, ADDRESS_NAME});
        writeText(message, "host", host);
        message.write(port >> 8);
        message.write(port);
        socket.getOutputStream().write(message.toByteArray());
    }

    private static void readReply(DataInputStream in, Proxy proxy, String host, int port) throws IOException {
        in.readUnsignedByte();
        int reply = in.readUnsignedByte();
        in.readUnsignedByte();
        int addressType = in.readUnsignedByte();
        if (reply != 0) {
            String reason = reply < REPLIES.length ? REPLIES[reply] : "reply " + reply;
            throw new ProxyException(
                    "The " + proxy + " does not connect to " + host + ":" + port + ": " + reason, null);
        }
        int length = addressType == 1 ? 4 : addressType == 4 ? 16 : in.readUnsignedByte();
        in.skipNBytes(length + 2L);
    }

    private static void writeText(ByteArrayOutputStream target, String what, String text) throws ProxyException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_LENGTH) {
            throw new ProxyException("The " + what + " has " + bytes.length + " bytes: SOCKS5 allows 255", null);
        }
        target.write(bytes.length);
        target.writeBytes(bytes);
    }
}
