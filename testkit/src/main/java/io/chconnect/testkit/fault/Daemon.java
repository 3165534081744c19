package io.chconnect.testkit.fault;

import java.io.Closeable;
import java.io.IOException;

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
}
