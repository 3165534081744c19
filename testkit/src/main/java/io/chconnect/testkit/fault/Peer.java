package io.chconnect.testkit.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The client's end of a connection, as an {@link Answer} sees it. For one thread. */
public final class Peer {
    private final Socket socket;
    private final CountDownLatch serverClosed;
    private boolean finished;

    Peer(Socket socket, CountDownLatch serverClosed) {
        this.socket = socket;
        this.serverClosed = serverClosed;
    }

    /**
     * Sends bytes at once.
     *
     * @param bytes where they are
     * @param from the first
     * @param to behind the last
     * @throws IOException if the connection is gone
     */
    public void write(byte[] bytes, int from, int to) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes, from, to - from);
        out.flush();
    }

    /**
     * Ends the connection in good order (FIN).
     *
     * @throws IOException if that fails
     */
    public void close() throws IOException {
        finished = true;
        socket.close();
    }

    /**
     * Breaks the connection (RST). The client may lose bytes it has not read yet.
     *
     * @throws IOException if that fails
     */
    public void reset() throws IOException {
        finished = true;
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /**
     * Ends our direction alone, and waits for the client to end its own.
     *
     * @throws IOException if that fails
     */
    public void halfClose() throws IOException {
        finished = true;
        socket.shutdownOutput();
        awaitClient();
    }

    /**
     * Says nothing more until the client gives up or the server is closed.
     *
     * @throws IOException if the connection breaks
     */
    public void stall() throws IOException {
        finished = true;
        awaitClient();
    }

    /**
     * Waits.
     *
     * @param millis how long; less when the server is closed
     * @throws IOException if the server was closed meanwhile
     */
    public void pause(long millis) throws IOException {
        try {
            if (serverClosed.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IOException("the server is closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    boolean finished() {
        return finished;
    }

    private void awaitClient() throws IOException {
        byte[] scratch = new byte[1024];
        int length = 0;
        while (length >= 0 && serverClosed.getCount() > 0) {
            length = socket.getInputStream().read(scratch);
        }
    }
}
