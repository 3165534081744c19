package io.chconnect.client.internal.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The way of a large body to its connection: a thread of its own compresses and sends while the next bytes are made. The
 * first bytes take the direct way, so that small bodies need no thread. Memory is bounded, however large the body is.
 * For one thread; that one makes the bytes.
 */
final class SendAhead implements AutoCloseable {
    /** How many bytes take the direct way. */
    static final int DIRECT_BYTES = 256 << 10;

    /** Together the size of a block of rows: all of it can be sent while the next one is collected. */
    private static final int MAX_BUFFERS = 40;

    private static final int BUFFER_BYTES = 128 << 10;
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final OutputStream out;
    private final BlockingQueue<ByteBuffer> empty = new ArrayBlockingQueue<>(MAX_BUFFERS);
    private final BlockingQueue<ByteBuffer> filled = new ArrayBlockingQueue<>(MAX_BUFFERS + 1);
    private long written;
    private int buffers;
    private @Nullable Thread sender;
    private volatile @Nullable Throwable failure;
    private volatile boolean abandoned;

    SendAhead(OutputStream out) {
        this.out = out;
    }

    /**
     * Takes bytes over.
     *
     * @throws IOException if these or earlier ones could not be sent
     */
    void write(byte[] bytes, int offset, int length) throws IOException {
        if (written + length <= DIRECT_BYTES) {
            out.write(bytes, offset, length);
        } else {
            if (sender == null) {
                sender = start();
            }
            for (int done = 0; done < length; ) {
                done += hand(bytes, offset + done, length - done);
            }
        }
        written += length;
    }

    /**
     * Waits until everything is sent.
     *
     * @throws IOException if something could not be
     */
    void finish() throws IOException {
        if (stop()) {
            throw interrupted();
        }
        requireSent();
    }

    /** Sends nothing more, and returns when nothing is being sent. */
    @Override
    public void close() {
        abandoned = true;
        if (stop()) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread start() {
        Thread thread = new Thread(this::send, "clickhouse-connect-sender");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private int hand(byte[] bytes, int offset, int length) throws IOException {
        try {
            ByteBuffer buffer = emptyBuffer();
            requireSent();
            int count = Math.min(length, buffer.capacity());
            filled.add(buffer.clear().put(bytes, offset, count).flip());
            return count;
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private ByteBuffer emptyBuffer() throws InterruptedException {
        ByteBuffer ready = empty.poll();
        if (ready == null && buffers < MAX_BUFFERS) {
            buffers++;
            return ByteBuffer.allocate(BUFFER_BYTES);
        }
        return ready == null ? empty.take() : ready;
    }

    /** The sender goes on to the end also after a failure: whoever waits for an empty buffer gets one. */
    @SuppressWarnings("ReferenceEquality") // the end is this one buffer
    private void send() {
        try {
            for (ByteBuffer buffer = filled.take(); buffer != END; buffer = filled.take()) {
                if (failure == null && !abandoned) {
                    write(buffer);
                }
                empty.add(buffer);
            }
        } catch (InterruptedException e) {
            failure = e;
        }
    }

    private void write(ByteBuffer buffer) {
        try {
            out.write(buffer.array(), buffer.arrayOffset(), buffer.limit());
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    /** Ends the sender; an interrupt breaks off what it waits for. True when there was one. */
    private boolean stop() {
        Thread thread = sender;
        if (thread == null) {
            return false;
        }
        sender = null;
        filled.add(END);
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
                abandoned = true;
                thread.interrupt();
            }
        }
    }

    private void requireSent() throws IOException {
        Throwable thrown = failure;
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
        if (thrown != null) {
            throw new IOException(thrown);
        }
    }

    private IOException interrupted() {
        abandoned = true;
        Thread thread = sender;
        if (thread != null) {
            thread.interrupt();
        }
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while sending");
    }
}
