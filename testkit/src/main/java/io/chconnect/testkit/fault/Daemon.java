package io.chconnect.testkit.fault;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;

/** Threads and sockets of the servers of this package. */
final class Daemon {
    private Daemon() {}

    static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // It is closed either way.
        }
    }

    /** Passes bytes on until one end closes, then closes both. */
    static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One end is gone.
        } finally {
            close(from);
            close(to);
        }
    }
}
