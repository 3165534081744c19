package io.chconnect.engine.internal.natives;

import com.sun.jna.Pointer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.EmbeddedLibraryException;
import io.chconnect.error.ServerErrors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Owns a {@code chdb_result}; its figures are copied at once. */
public final class NativeResult implements AutoCloseable {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final ByteBuffer EMPTY = ByteBuffer.allocateDirect(0).asReadOnlyBuffer();

    private final AtomicReference<@Nullable Pointer> handle;

    /** The owner and every buffer handed out. */
    private final AtomicInteger holders = new AtomicInteger(1);

    private final @Nullable Pointer data;
    private final long length;
    private final long rowCount;
    private final long readRows;
    private final long readBytes;
    private final long writtenRows;
    private final long writtenBytes;
    private final Duration elapsed;

    private NativeResult(Pointer result) {
        this.handle = new AtomicReference<>(result);
        this.length = LibChdb.chdb_result_length(result);
        this.data = length == 0 ? null : LibChdb.chdb_result_buffer(result);
        this.rowCount = LibChdb.chdb_result_rows_read(result);
        this.readRows = LibChdb.chdb_result_storage_rows_read(result);
        this.readBytes = LibChdb.chdb_result_storage_bytes_read(result);
        this.writtenRows = LibChdb.chdb_result_rows_written(result);
        this.writtenBytes = LibChdb.chdb_result_bytes_written(result);
        this.elapsed = Duration.ofNanos((long) (LibChdb.chdb_result_elapsed(result) * NANOS_PER_SECOND));
    }

    /** Takes over what a function returned; an error in it is thrown and its memory freed. */
    static NativeResult own(@Nullable Pointer result) {
        Pointer checked = check(result);
        return new NativeResult(checked);
    }

    /** The same for handles that are not read, as that of a stream. */
    static Pointer check(@Nullable Pointer result) {
        if (result == null) {
            throw new EmbeddedLibraryException("the engine returned nothing, neither a result nor an error");
        }
        Pointer error = LibChdb.chdb_result_error(result);
        if (error == null) {
            return result;
        }
        String text = CStrings.read(error);
        LibChdb.chdb_destroy_query_result(result);
        throw ServerErrors.from(text, 0, null);
    }

    public ByteBuffer buffer() {
        if (length > Integer.MAX_VALUE) {
            throw new ConfigurationException("the result of " + length + " bytes does not fit one buffer; read slices");
        }
        return slice(0, (int) length);
    }

    public ByteBuffer slice(long offset, int size) {
        if (handle.get() == null) {
            throw new ConfigurationException("this engine result is closed");
        }
        if (offset < 0 || size < 0 || offset > length - size) {
            throw new ConfigurationException(
                    "bytes " + offset + " to " + (offset + size) + " are not within a result of " + length + " bytes");
        }
        if (data == null || size == 0) {
            return EMPTY.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }
        ByteBuffer buffer = data.getByteBuffer(offset, size);
        holders.incrementAndGet();
        // Every view of this buffer keeps it reachable, so the memory outlives them all.
        Unreachable.onUnreachable(buffer, this::leave);
        return buffer.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    public long length() {
        return length;
    }

    public long rowCount() {
        return rowCount;
    }

    public long readRows() {
        return readRows;
    }

    public long readBytes() {
        return readBytes;
    }

    public long writtenRows() {
        return writtenRows;
    }

    public long writtenBytes() {
        return writtenBytes;
    }

    public Duration elapsed() {
        return elapsed;
    }

    /** A holder cannot be reached any more; without any, the memory is freed. */
    public void leave() {
        if (holders.decrementAndGet() == 0) {
            close();
        }
    }

    @Override
    public void close() {
        Pointer result = handle.getAndSet(null);
        if (result != null) {
            LibChdb.chdb_destroy_query_result(result);
        }
    }
}
