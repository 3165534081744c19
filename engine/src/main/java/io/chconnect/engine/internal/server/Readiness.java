package io.chconnect.engine.internal.server;

import io.chconnect.error.EmbeddedLibraryException;
import io.chconnect.error.StatementOutcome;
import io.chconnect.error.TimeoutException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits until a server answers. Its own mark comes first: an answer alone could come from another server that took the
 * port.
 */
final class Readiness {
    private static final long POLL_MILLIS = 10;
    private static final int HTTP_TIMEOUT_MILLIS = 5000;
    private static final String PORT_TAKEN = "Address already in use";

    private final ServerProcess server;
    private final ServerFiles files;

    Readiness(ServerProcess server, ServerFiles files) {
        this.server = server;
        this.files = files;
    }

    void await(Duration limit) throws PortTakenException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!(Files.exists(files.ready()) && answersPing())) {
            if (!server.isAlive()) {
                throw ended();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException(
                        "a local server was not ready within " + limit.toMillis() + " ms. Its log ends: "
                                + server.logTail(),
                        TimeoutException.Phase.ENGINE,
                        limit,
                        StatementOutcome.NOT_SENT,
                        null);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                throw ServerProcess.interrupted(e);
            }
        }
    }

    private EmbeddedLibraryException ended() throws PortTakenException {
        String log = server.logTail();
        if (log.contains(PORT_TAKEN)) {
            throw new PortTakenException(
                    "port " + server.httpPort() + " or " + server.tcpPort() + " of 127.0.0.1 is taken");
        }
        return new EmbeddedLibraryException(
                "a local server ended while it started (exit code " + server.exitValue() + "). Its log ends: " + log);
    }

    private boolean answersPing() {
        HttpURLConnection connection = null;
        try {
            URL url = URI.create("http://127.0.0.1:" + server.httpPort() + "/ping")
                    .toURL();
            connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(HTTP_TIMEOUT_MILLIS);
            connection.setReadTimeout(HTTP_TIMEOUT_MILLIS);
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.US_ASCII).equals("Ok.\n");
            }
        } catch (IOException e) {
            return false;
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }
}
