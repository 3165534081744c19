package io.chconnect.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy (CONNECT and forwarding) and a SOCKS5 proxy on one free loopback port. Whatever host is asked for, the
 * loopback address is where it leads; the port counts. Thread-safe.
 */
public final class TestProxy implements AutoCloseable {
    private static final int SOCKS5 = 5;

    private final ServerSocket listener;
    private final @Nullable String login;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> targets = new CopyOnWriteArrayList<>();

    private TestProxy(@Nullable String login) {
        this.login = login;
        try {
            listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Daemon.start("test-proxy", this::accept);
    }

    /**
     * Starts a proxy that anybody may use.
     *
     * @return the proxy; the caller closes it
     */
    public static TestProxy start() {
        return new TestProxy(null);
    }

    /**
     * Starts a proxy that wants a login.
     *
     * @param user the user
     * @param password the password
     * @return the proxy; the caller closes it
     */
    public static TestProxy start(String user, String password) {
        return new TestProxy(user + ":" + password);
    }

    /**
     * The port of the proxy on the loopback address.
     *
     * @return from 1 to 65535
     */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * What was asked for.
     *
     * @return for example {@code CONNECT host:443}, {@code SOCKS host:8123}, {@code POST http://host:8123/?query=…}
     */
    public List<String> targets() {
        return List.copyOf(targets);
    }

    @Override
    public void close() {
        Daemon.close(listener);
        open.forEach(Daemon::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                Daemon.start("test-proxy-up", () -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            int first = client.getInputStream().read();
            Socket server = first == SOCKS5 ? socks(client) : http(client, first);
            if (server != null) {
                Daemon.start("test-proxy-down", () -> Daemon.pump(server, client));
                Daemon.pump(client, server);
            }
        } catch (IOException e) {
            // The client sees the end of its connection.
        } finally {
            open.remove(client);
        }
    }

    private @Nullable Socket socks(Socket client) throws IOException {
        DataInputStream in = new DataInputStream(client.getInputStream());
        byte[] methods = in.readNBytes(in.readUnsignedByte());
        boolean offersLogin = new String(methods, StandardCharsets.ISO_8859_1).indexOf(2) >= 0;
        if (login != null && !offersLogin) {
            client.getOutputStream().write(new byte[] {SOCKS5, (byte) 255});
            return null;
        }
        client.getOutputStream().write(new byte[] {SOCKS5, (byte) (login == null ? 0 : 2)});
        if (login != null && !socksLogin(client, in)) {
            return null;
        }
        in.readNBytes(4);
        String host = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        int port = in.readUnsignedShort();
        targets.add("SOCKS " + host + ":" + port);
        try {
            Socket server = connect(port);
            client.getOutputStream().write(new byte[] {SOCKS5, 0, 0, 1, 0, 0, 0, 0, 0, 0});
            return server;
        } catch (IOException e) {
            client.getOutputStream().write(new byte[] {SOCKS5, 5, 0, 1, 0, 0, 0, 0, 0, 0});
            return null;
        }
    }

    private boolean socksLogin(Socket client, DataInputStream in) throws IOException {
        in.readUnsignedByte();
        String user = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        String password = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
        boolean good = (user + ":" + password).equals(login);
        client.getOutputStream().write(new byte[] {1, (byte) (good ? 0 : 1)});
        return good;
    }

    private @Nullable Socket http(Socket client, int first) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        copy.write(first);
        InputStream in = client.getInputStream();
        while (!copy.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            copy.write(next);
        }
        String head = copy.toString(StandardCharsets.ISO_8859_1);
        String[] words = head.substring(0, head.indexOf("\r\n")).split(" ", -1);
        targets.add(words[0] + " " + words[1]);
        if (login != null && !head.contains("Proxy-Authorization: Basic " + base64(login))) {
            reply(client, "407 Proxy Authentication Required");
            return null;
        }
        if (words[0].equals("CONNECT")) {
            Socket server = connect(Integer.parseInt(words[1].substring(words[1].lastIndexOf(':') + 1)));
            reply(client, "200 Connection established");
            return server;
        }
        String authority = words[1].substring("http://".length(), words[1].indexOf('/', "http://".length()));
        Socket server = connect(Integer.parseInt(authority.substring(authority.lastIndexOf(':') + 1)));
        String path = words[1].substring("http://".length() + authority.length());
        // Only the first request of a connection is looked at, so there must not be a second one.
        String forwarded =
                words[0] + " " + path + " HTTP/1.1\r\nConnection: close" + head.substring(head.indexOf("\r\n"));
        server.getOutputStream().write(forwarded.getBytes(StandardCharsets.ISO_8859_1));
        return server;
    }

    private Socket connect(int port) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(server);
        return server;
    }

    private static void reply(Socket client, String status) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
