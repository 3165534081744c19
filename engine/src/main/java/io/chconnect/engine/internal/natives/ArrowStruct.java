package io.chconnect.engine.internal.natives;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Owns one structure of Arrow's C Data Interface, until it is moved out or released. A structure without a release callback
 * holds nothing.
 */
public final class ArrowStruct implements AutoCloseable {
    /** The structures: their sizes and where their release callbacks stand. */
    enum Kind {
        /** {@code format, name, metadata, flags, n_children, children, dictionary, release, private_data}. */
        SCHEMA(9, 7),
        /** {@code length, null_count, offset, n_buffers, n_children, buffers, children, dictionary, release, private_data}. */
        ARRAY(10, 8),
        /** {@code get_schema, get_next, get_last_error, release, private_data}. */
        STREAM(5, 3);

        private final long size;
        private final long release;

        Kind(int words, int release) {
            this.size = (long) words * Long.BYTES;
            this.release = (long) release * Long.BYTES;
        }
    }

    private final Kind kind;
    private final Memory memory;
    private final AtomicBoolean gone = new AtomicBoolean();

    private ArrowStruct(Kind kind) {
        this.kind = kind;
        this.memory = new Memory(kind.size);
        memory.clear();
    }

    static ArrowStruct empty(Kind kind) {
        return new ArrowStruct(kind);
    }

    /** Where a function fills it in. */
    Pointer pointer() {
        return memory;
    }

    /** Whether there is anything in it. */
    boolean isFilled() {
        return callback(kind.release) != null;
    }

    /** A callback among its members; null when it is not there. */
    private @Nullable Function callback(long offset) {
        Pointer code = memory.getPointer(offset);
        return code == null ? null : Function.getFunction(code);
    }

    /** Calls {@code get_schema} (0) or {@code get_next} (1) of a stream. */
    int get(int member, ArrowStruct into) {
        Function function = callback((long) member * Long.BYTES);
        return function == null ? -1 : function.invokeInt(new Object[] {memory, into.memory});
    }

    /** The first member of an array. */
    public long length() {
        return memory.getLong(0);
    }

    /**
     * Moves it to memory of somebody else, who releases it from then on.
     *
     * @param address as many writable bytes as the structure has
     * @return false when it is gone already
     */
    public boolean moveTo(long address) {
        if (gone.getAndSet(true)) {
            return false;
        }
        new Pointer(address).write(0, memory.getByteArray(0, (int) kind.size), 0, (int) kind.size);
        memory.close();
        return true;
    }

    /** Releases it unless it was moved. Idempotent. */
    @Override
    public void close() {
        if (gone.getAndSet(true)) {
            return;
        }
        Function release = callback(kind.release);
        if (release != null) {
            release.invokeVoid(new Object[] {memory});
        }
        memory.close();
    }
}
