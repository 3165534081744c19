package io.chconnect.engine.internal.natives;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** A streaming query whose chunks are bytes in some format. */
public final class NativeStream extends StreamHandle<NativeResult> {
    NativeStream(NativeConnection connection, Pointer handle) {
        super(connection, handle);
    }

    @Override
    @Nullable
    NativeResult fetch(Pointer nativeConnection, Pointer stream) {
        NativeResult chunk = NativeResult.own(LibChdb.chdb_stream_fetch_result(nativeConnection, stream));
        if (chunk.length() == 0) {
            chunk.close();
            return null;
        }
        return chunk;
    }
}
