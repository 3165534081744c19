package io.chconnect.engine.internal.server;

import io.chconnect.error.ConfigurationException;
import io.chconnect.error.EmbeddedLibraryException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback interface. */
public final class FreePorts {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private FreePorts() {}

    /**
     * A port that nobody listens on now.
     *
     * @return the port
     */
    public static int choose() {
        try (ServerSocket socket = bind(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EmbeddedLibraryException("there is no free port on 127.0.0.1: " + e, e);
        }
    }

    static void requireFree(String what, int port) {
        try {
            bind(port).close();
        } catch (IOException e) {
            throw new ConfigurationException(
                    what + " port " + port + " of 127.0.0.1 cannot be used: " + e.getMessage()
                            + "; choose another one, or 0 for any free one",
                    e);
        }
    }

    static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            // Connections of an earlier server that linger in TIME_WAIT do not matter.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
