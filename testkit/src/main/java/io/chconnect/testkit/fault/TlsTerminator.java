package io.chconnect.testkit.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Speaks TLS on a free loopback port and passes everything on to a plain server. Thread-safe. */
public final class TlsTerminator implements AutoCloseable {
    private final SSLServerSocket listener;
    private final int targetPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> serverNames = new CopyOnWriteArrayList<>();
    private final List<String> clients = new CopyOnWriteArrayList<>();

    private TlsTerminator(int targetPort, TestIdentity identity, @Nullable TestIdentity clientAuthority) {
        this.targetPort = targetPort;
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(identity.keyStore("test"), "test".toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init((clientAuthority == null ? identity : clientAuthority).trustStore());
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            listener = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress());
            listener.setNeedClientAuth(clientAuthority != null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
        Daemon.start("tls-terminator", this::accept);
    }

    /**
     * Starts a terminator.
     *
     * @param targetPort the plain server's port on the loopback address
     * @param identity key and certificate to appear with
     * @param clientAuthority who must vouch for clients; null when they need no certificate
     * @return the terminator; the caller closes it
     */
    public static TlsTerminator start(int targetPort, TestIdentity identity, @Nullable TestIdentity clientAuthority) {
        return new TlsTerminator(targetPort, identity, clientAuthority);
    }

    /**
     * The port of the terminator on the loopback address.
     *
     * @return from 1 to 65535
     */
    public int port() {
        return listener.getLocalPort();
    }

    /**
     * The server names that clients asked for (SNI).
     *
     * @return one for each handshake that named one
     */
    public List<String> serverNames() {
        return List.copyOf(serverNames);
    }

    /**
     * The subjects of the certificates that clients showed.
     *
     * @return one for each handshake with one
     */
    public List<String> clients() {
        return List.copyOf(clients);
    }

    @Override
    public void close() {
        Daemon.close(listener);
        open.forEach(Daemon::close);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                SSLSocket client = (SSLSocket) listener.accept();
                open.add(client);
                Daemon.start("tls-terminator-up", () -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(SSLSocket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), targetPort)) {
            client.startHandshake();
            note((ExtendedSSLSession) client.getSession());
            Daemon.start("tls-terminator-down", () -> Daemon.pump(server, client));
            Daemon.pump(client, server);
        } catch (IOException e) {
            // The client sees the end of its connection.
        } finally {
            open.remove(client);
        }
    }

    private void note(ExtendedSSLSession session) {
        session.getRequestedServerNames().stream()
                .filter(SNIHostName.class::isInstance)
                .forEach(name -> serverNames.add(((SNIHostName) name).getAsciiName()));
        try {
            X509Certificate certificate = (X509Certificate) session.getPeerCertificates()[0];
            clients.add(certificate.getSubjectX500Principal().getName());
        } catch (SSLPeerUnverifiedException e) {
            // The client showed none.
        }
    }
}
