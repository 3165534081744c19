package io.chconnect.client.internal.http;

import java.util.Arrays;

/** The last bytes of an answer, in a ring: a server that fails in the middle puts its error behind the data. */
final class LastBytes {
    /** The server cuts its text at 16 KiB. */
    static final int CAPACITY = 32 << 10;

    private byte[] ring = new byte[0];
    private long count;

    void add(byte[] bytes, int length) {
        if (ring.length < CAPACITY) {
            ring = Arrays.copyOf(ring, count + length <= 1024 ? 1024 : CAPACITY);
        }
        if (ring.length < CAPACITY) {
            System.arraycopy(bytes, 0, ring, (int) count, length);
        } else {
            int kept = Math.min(length, CAPACITY);
            int from = length - kept;
            int at = (int) ((count + from) % CAPACITY);
            int first = Math.min(kept, CAPACITY - at);
            System.arraycopy(bytes, from, ring, at, first);
            System.arraycopy(bytes, from + first, ring, 0, kept - first);
        }
        count += length;
    }

    /** A copy of them, in order. */
    byte[] toBytes() {
        if (count <= ring.length) {
            return Arrays.copyOf(ring, (int) count);
        }
        byte[] all = new byte[CAPACITY];
        int at = (int) (count % CAPACITY);
        System.arraycopy(ring, at, all, 0, CAPACITY - at);
        System.arraycopy(ring, 0, all, CAPACITY - at, at);
        return all;
    }
}
