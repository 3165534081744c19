package io.chconnect.engine.internal.natives;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The functions of streaming inserts, which libraries before 26.7.0 do not have; bound as those of {@link LibChdb}. */
@SuppressWarnings("MemberName")
final class LibChdbInsert {
    private LibChdbInsert() {}

    static native @Nullable Pointer chdb_stream_insert_n(
            Pointer connection, byte[] query, long queryLength, byte[] format, long formatLength);

    static native @Nullable Pointer chdb_stream_insert_with_params_n(
            Pointer connection,
            byte[] query,
            long queryLength,
            byte[] format,
            long formatLength,
            Pointer names,
            Pointer nameLengths,
            Pointer values,
            Pointer valueLengths,
            long count);

    static native int chdb_stream_append(Pointer insert, Pointer data, long length);

    static native @Nullable Pointer chdb_stream_done(Pointer insert);

    static native @Nullable Pointer chdb_stream_insert_error(Pointer insert);

    static native void chdb_destroy_insert_stream(Pointer insert);
}
