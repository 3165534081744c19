package io.chconnect.engine.internal.natives;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.chconnect.engine.EngineStatement;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.EmbeddedLibraryException;
import io.chconnect.error.ServerErrors;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Owns the handle of a streaming insert. */
final class StreamedInsert implements NativeInsert {
    private static final int STAGING_BYTES = 1 << 20;

    private final NativeConnection connection;
    private @Nullable Pointer handle;
    private @Nullable Memory staging;
    private boolean over;

    private StreamedInsert(NativeConnection connection, Pointer handle) {
        this.connection = connection;
        this.handle = handle;
    }

    /** Called with the connection's lock held. */
    static StreamedInsert begin(NativeConnection connection, EngineStatement statement) {
        return new StreamedInsert(connection, check(StatementCall.INSERT.begin(connection.pointer(), statement)));
    }

    /** Takes over a new handle; an error in it is thrown and its memory freed. */
    private static Pointer check(@Nullable Pointer insert) {
        if (insert == null) {
            throw new EmbeddedLibraryException("the engine returned no insert stream");
        }
        Pointer error = LibChdbInsert.chdb_stream_insert_error(insert);
        if (error == null) {
            return insert;
        }
        String text = CStrings.read(error);
        LibChdbInsert.chdb_destroy_insert_stream(insert);
        throw ServerErrors.from(text, 0, null);
    }

    @Override
    public void append(ByteBuffer data) {
        connection.lock().lock();
        try {
            Pointer insert = requireOpen();
            if (data.isDirect()) {
                ByteBuffer rest = data.slice();
                if (rest.hasRemaining()) {
                    append(insert, Native.getDirectBufferPointer(rest), rest.remaining());
                }
                data.position(data.limit());
            } else {
                appendStaged(insert, data);
            }
        } finally {
            connection.lock().unlock();
        }
    }

    /** JNA would copy the whole array behind a heap buffer, to and fro; this copies only the range, once. */
    private void appendStaged(Pointer insert, ByteBuffer data) {
        Memory memory = staging;
        if (memory == null) {
            memory = new Memory(STAGING_BYTES);
            staging = memory;
        }
        ByteBuffer target = memory.getByteBuffer(0, STAGING_BYTES);
        while (data.hasRemaining()) {
            int size = Math.min(data.remaining(), STAGING_BYTES);
            target.clear().put(data.slice(data.position(), size));
            data.position(data.position() + size);
            append(insert, memory, size);
        }
    }

    private void append(Pointer insert, Pointer data, int size) {
        if (LibChdbInsert.chdb_stream_append(insert, data, size) == 0) {
            return;
        }
        Pointer error = LibChdbInsert.chdb_stream_insert_error(insert);
        String text = error == null ? "the engine refused the data of an insert" : CStrings.read(error);
        over = true;
        finishHandle();
        throw ServerErrors.from(text, 0, null);
    }

    @Override
    public NativeResult finish() {
        connection.lock().lock();
        try {
            Pointer insert = requireOpen();
            over = true;
            try {
                return NativeResult.own(LibChdbInsert.chdb_stream_done(insert));
            } finally {
                finishHandle();
            }
        } finally {
            connection.lock().unlock();
        }
    }

    @Override
    public void close() {
        connection.lockKilling();
        try {
            finishHandle();
        } finally {
            connection.lock().unlock();
        }
    }

    /** Destroying the handle also cancels an insert that was not finished. */
    @Override
    public void end() {
        Pointer insert = handle;
        handle = null;
        if (insert != null && over) {
            LibChdbInsert.chdb_destroy_insert_stream(insert);
        } else if (insert != null) {
            connection.end(() -> LibChdbInsert.chdb_destroy_insert_stream(insert));
        }
        if (staging != null) {
            staging.close();
            staging = null;
        }
    }

    private void finishHandle() {
        end();
        connection.release(this);
    }

    private Pointer requireOpen() {
        if (handle == null) {
            throw new ConfigurationException("this engine insert is finished or aborted");
        }
        return handle;
    }
}
