package io.chconnect.client.internal.net;

import io.chconnect.client.config.Balancing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Chooses among the nodes of a cluster, and keeps away from those that fail. A node that failed is left alone for a time
 * that doubles with each failure, and comes back when a probe finds it alive. Thread-safe.
 */
public final class NodeChoice {
    private static final long FIRST_QUARANTINE = Duration.ofMillis(500).toNanos();
    private static final long LONGEST_QUARANTINE = Duration.ofSeconds(30).toNanos();

    private final int count;
    private final Balancing balancing;
    private final ReentrantLock lock = new ReentrantLock();
    private final int[] failures;
    private final long[] aloneUntil;
    private final boolean[] probing;
    private int turn = -1;

    /**
     * Creates it. All nodes are taken for good ones.
     *
     * @param count how many nodes there are
     * @param balancing how one is chosen
     */
    public NodeChoice(int count, Balancing balancing) {
        this.count = count;
        this.balancing = balancing;
        this.failures = new int[count];
        this.aloneUntil = new long[count];
        this.probing = new boolean[count];
    }

    /**
     * The node for an operation.
     *
     * @param tried nodes this operation has failed on
     * @param affinity what keeps operations together on one node, such as a session; null when any node will do
     * @return its index
     */
    public int choose(Set<Integer> tried, @Nullable String affinity) {
        if (affinity != null) {
            return Math.floorMod(affinity.hashCode(), count);
        }
        lock.lock();
        try {
            turn = (turn + 1) % count;
            List<Integer> good = candidates(tried, true);
            List<Integer> any = good.isEmpty() ? candidates(tried, false) : good;
            return any.isEmpty() ? turn : pick(any);
        } finally {
            lock.unlock();
        }
    }

    /**
     * A node did not do its work.
     *
     * @param node its index
     */
    public void failed(int node) {
        lock.lock();
        try {
            long time = Math.min(LONGEST_QUARANTINE, FIRST_QUARANTINE << Math.min(failures[node], 10));
            failures[node]++;
            probing[node] = false;
            aloneUntil[node] = System.nanoTime() + time;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A node works.
     *
     * @param node its index
     */
    public void succeeded(int node) {
        lock.lock();
        try {
            failures[node] = 0;
            probing[node] = false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * A node that was left alone long enough, for the caller to probe; he reports {@link #failed} or {@link #succeeded}.
     *
     * @return its index; -1 for none
     */
    public int nextToProbe() {
        lock.lock();
        try {
            for (int node = 0; node < count; node++) {
                if (failures[node] > 0 && !probing[node] && aloneUntil[node] - System.nanoTime() <= 0) {
                    probing[node] = true;
                    return node;
                }
            }
            return -1;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether a node is kept away from.
     *
     * @param node its index
     * @return true between its failure and a good probe
     */
    public boolean isQuarantined(int node) {
        lock.lock();
        try {
            return failures[node] > 0;
        } finally {
            lock.unlock();
        }
    }

    private List<Integer> candidates(Set<Integer> tried, boolean onlyGood) {
        List<Integer> nodes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int node = balancing == Balancing.FIRST_ALIVE ? i : (turn + i) % count;
            if (!tried.contains(node) && !(onlyGood && failures[node] > 0)) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    private int pick(List<Integer> nodes) {
        return nodes.get(
                balancing == Balancing.RANDOM ? ThreadLocalRandom.current().nextInt(nodes.size()) : 0);
    }
}
