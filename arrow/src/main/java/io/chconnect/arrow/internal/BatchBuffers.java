package io.chconnect.arrow.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.message.ArrowDictionaryBatch;
import org.apache.arrow.vector.ipc.message.ArrowFieldNode;
import org.apache.arrow.vector.ipc.message.ArrowRecordBatch;
import org.jspecify.annotations.Nullable;

/**
 * The buffers of a record batch, in the order of Arrow's format, and those of its dictionaries. They are parts of one piece
 * of memory, as far as it was guessed well: many pieces of a batch's size go back to the system each time and come again page
 * by page, which costs more than to fill them. Not thread-safe.
 */
public final class BatchBuffers implements AutoCloseable {
    private static final int PIECE = 1 << 28;
    private static final int ALIGNMENT = 64;
    private static final int WIDENED_ROWS = 1024;

    private final BufferAllocator allocator;
    private final int rowCount;
    private final ArrowBuf piece;
    private long pieceUsed;
    private long byteCount;
    private final List<ArrowFieldNode> nodes = new ArrayList<>();
    private final List<ArrowBuf> buffers = new ArrayList<>();
    private final Map<Long, BatchBuffers> dictionaries = new LinkedHashMap<>();

    /**
     * Starts a batch.
     *
     * @param expectedBytes how large all buffers are together, {@link #byteCount} of a batch before; 0 when nothing is known
     */
    public BatchBuffers(BufferAllocator allocator, int rowCount, long expectedBytes) {
        this.allocator = allocator;
        this.rowCount = rowCount;
        this.piece = expectedBytes == 0 ? allocator.getEmpty() : allocator.buffer(expectedBytes);
    }

    /** What the buffers need together, without those of dictionaries. */
    public long byteCount() {
        return byteCount;
    }

    /** Starts a field: how many values it has and which of them are NULL. */
    void field(int rows, boolean @Nullable [] nulls) {
        int nullCount = 0;
        byte[] bits = nulls == null ? new byte[0] : new byte[(rows + 7) >> 3];
        if (nulls != null) {
            for (int row = 0; row < rows; row++) {
                if (nulls[row]) {
                    nullCount++;
                } else {
                    bits[row >> 3] |= (byte) (1 << (row & 7));
                }
            }
        }
        nodes.add(new ArrowFieldNode(rows, nullCount));
        bytes(bits, 0, nullCount == 0 ? 0 : bits.length);
    }

    /** Starts a field of a type that has no validity of its own. */
    void fieldWithoutValidity(int rows, int nullCount) {
        nodes.add(new ArrowFieldNode(rows, nullCount));
    }

    void bytes(byte[] values, int from, int count) {
        add(count).setBytes(0, values, from, count);
    }

    void shorts(short[] values) {
        ArrowBuf buffer = add((long) values.length * Short.BYTES);
        for (int from = 0; from < values.length; from += PIECE) {
            int count = Math.min(PIECE, values.length - from);
            view(buffer, from, count, Short.BYTES).asShortBuffer().put(values, from, count);
        }
    }

    void ints(int[] values) {
        ArrowBuf buffer = add((long) values.length * Integer.BYTES);
        for (int from = 0; from < values.length; from += PIECE) {
            int count = Math.min(PIECE, values.length - from);
            view(buffer, from, count, Integer.BYTES).asIntBuffer().put(values, from, count);
        }
    }

    /** Numbers of 32 bits as such of 64 bits. */
    void intsAsLongs(int[] values, boolean signed) {
        long mask = signed ? -1L : 0xFFFFFFFFL;
        ArrowBuf buffer = add((long) values.length * Long.BYTES);
        long[] wide = new long[Math.min(WIDENED_ROWS, values.length)];
        for (int from = 0; from < values.length; from += wide.length) {
            int count = Math.min(wide.length, values.length - from);
            for (int i = 0; i < count; i++) {
                wide[i] = values[from + i] & mask;
            }
            view(buffer, from, count, Long.BYTES).asLongBuffer().put(wide, 0, count);
        }
    }

    void longs(long[] values) {
        longs(values, ByteOrder.LITTLE_ENDIAN);
    }

    void longs(long[] values, ByteOrder order) {
        ArrowBuf buffer = add((long) values.length * Long.BYTES);
        for (int from = 0; from < values.length; from += PIECE / 2) {
            int count = Math.min(PIECE / 2, values.length - from);
            view(buffer, from, count, Long.BYTES).order(order).asLongBuffer().put(values, from, count);
        }
    }

    void floats(float[] values) {
        ArrowBuf buffer = add((long) values.length * Float.BYTES);
        for (int from = 0; from < values.length; from += PIECE) {
            int count = Math.min(PIECE, values.length - from);
            view(buffer, from, count, Float.BYTES).asFloatBuffer().put(values, from, count);
        }
    }

    void doubles(double[] values) {
        ArrowBuf buffer = add((long) values.length * Double.BYTES);
        for (int from = 0; from < values.length; from += PIECE / 2) {
            int count = Math.min(PIECE / 2, values.length - from);
            view(buffer, from, count, Double.BYTES).asDoubleBuffer().put(values, from, count);
        }
    }

    /** The buffers of a dictionary. */
    BatchBuffers dictionary(long id, int entries) {
        BatchBuffers dictionary = new BatchBuffers(allocator, entries, 0);
        dictionaries.put(id, dictionary);
        return dictionary;
    }

    /** The dictionaries; the caller closes them. */
    public List<ArrowDictionaryBatch> dictionaryBatches() {
        List<ArrowDictionaryBatch> batches = new ArrayList<>();
        dictionaries.forEach((id, dictionary) -> batches.add(new ArrowDictionaryBatch(id, dictionary.batch(), false)));
        return batches;
    }

    /** The batch, which keeps the buffers alive by itself; the caller closes it. */
    public ArrowRecordBatch batch() {
        return new ArrowRecordBatch(rowCount, nodes, buffers);
    }

    @Override
    public void close() {
        buffers.forEach(ArrowBuf::close);
        buffers.clear();
        piece.close();
        dictionaries.values().forEach(BatchBuffers::close);
    }

    private ArrowBuf add(long bytes) {
        ArrowBuf buffer;
        if (bytes > 0 && bytes <= piece.capacity() - pieceUsed) {
            buffer = piece.slice(pieceUsed, bytes);
            buffer.getReferenceManager().retain();
        } else {
            buffer = allocator.buffer(bytes);
        }
        long room = (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        pieceUsed = Math.min(piece.capacity(), pieceUsed + room);
        byteCount += room;
        buffers.add(buffer);
        buffer.writerIndex(bytes);
        return buffer;
    }

    private static ByteBuffer view(ArrowBuf buffer, int from, int count, int width) {
        return buffer.nioBuffer((long) from * width, count * width).order(ByteOrder.LITTLE_ENDIAN);
    }
}
