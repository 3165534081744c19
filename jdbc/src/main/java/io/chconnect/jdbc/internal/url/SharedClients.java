package io.chconnect.jdbc.internal.url;

import io.chconnect.client.Client;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One client for all connections with the same URL and properties, closed with the last of them. Thread-safe. */
public final class SharedClients {
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Map<ConnectionSpec, Shared> CLIENTS = new HashMap<>();

    private SharedClients() {}

    /** A share of a client. */
    public static final class Lease implements AutoCloseable {
        private final @Nullable ConnectionSpec spec;
        private final Client client;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Lease(@Nullable ConnectionSpec spec, Client client) {
            this.spec = spec;
            this.client = client;
        }

        /** The client. */
        public Client client() {
            return client;
        }

        /** Gives the share back. More than once is harmless. */
        @Override
        public void close() {
            if (!closed.getAndSet(true) && spec != null) {
                release(spec);
            }
        }
    }

    /** A client and the number of its shares. */
    private static final class Shared {
        private final Client client;
        private int leases;

        private Shared(Client client) {
            this.client = client;
        }
    }

    /** Takes a share of the client of a spec; the first one makes it. */
    public static Lease lease(ConnectionSpec spec) {
        LOCK.lock();
        try {
            Shared shared = CLIENTS.computeIfAbsent(spec, key -> new Shared(Client.connect(key.clientUrl())));
            shared.leases++;
            return new Lease(spec, shared.client);
        } finally {
            LOCK.unlock();
        }
    }

    /** A share of a client that is not ours to close. */
    public static Lease borrow(Client client) {
        return new Lease(null, client);
    }

    private static void release(ConnectionSpec spec) {
        Client unused = null;
        LOCK.lock();
        try {
            Shared shared = CLIENTS.get(spec);
            if (shared != null && --shared.leases == 0) {
                CLIENTS.remove(spec);
                unused = shared.client;
            }
        } finally {
            LOCK.unlock();
        }
        if (unused != null) {
            unused.close();
        }
    }
}
