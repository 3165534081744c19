package io.chconnect.client.internal.net;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** How TLS is spoken: whom to trust, as whom to appear, and which name the server must have. Immutable and thread-safe. */
public final class Tls {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private final SSLContext context;
    private final boolean verifiesName;
    private final @Nullable String serverName;

    /**
     * Creates it.
     *
     * @param context trust and own certificates
     * @param verifiesName whether the certificate must be the one of the server's name
     * @param serverName the name the server must have; null for the one it is addressed by
     */
    public Tls(SSLContext context, boolean verifiesName, @Nullable String serverName) {
        this.context = context;
        this.verifiesName = verifiesName;
        this.serverName = serverName;
    }

    /**
     * Speaks TLS over a connection.
     *
     * @param plain the connection; is broken off by its watch if the handshake takes too long
     * @param host what it is addressed by
     * @param port its port
     * @return the socket to use from now on
     * @throws IOException if the handshake fails, for example since the certificate is not trusted
     */
    public SSLSocket upgrade(Socket plain, String host, int port) throws IOException {
        String name = serverName == null ? host : serverName;
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, name, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        if (!ADDRESS.matcher(name).matches()) {
            parameters.setServerNames(List.of(new SNIHostName(name)));
        }
        if (verifiesName) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
