package io.chconnect.engine.internal.natives;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of {@code chdb.h} under their own names, bound by {@link NativeEngine}. Texts are UTF-8 bytes with their
 * length, for JNA's strings use the JVM's charset. A {@code size_t} is a {@code long}: the library is 64-bit only.
 */
@SuppressWarnings("MemberName")
public final class LibChdb {
    private LibChdb() {}

    static native void chdb_set_signal_handlers_enabled(int enabled);

    static native @Nullable Pointer chdb_connect(int argc, Pointer argv);

    static native void chdb_close_conn(Pointer connection);

    static native @Nullable Pointer chdb_query_n(
            Pointer connection, byte[] query, long queryLength, byte[] format, long formatLength);

    static native @Nullable Pointer chdb_query_with_params_n(
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

    static native @Nullable Pointer chdb_stream_query_n(
            Pointer connection, byte[] query, long queryLength, byte[] format, long formatLength);

    static native @Nullable Pointer chdb_stream_query_with_params_n(
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

    static native @Nullable Pointer chdb_stream_fetch_result(Pointer connection, Pointer stream);

    static native void chdb_stream_cancel_query(Pointer connection, Pointer stream);

    static native @Nullable Pointer chdb_result_buffer(Pointer result);

    static native long chdb_result_length(Pointer result);

    static native double chdb_result_elapsed(Pointer result);

    static native long chdb_result_rows_read(Pointer result);

    static native long chdb_result_storage_rows_read(Pointer result);

    static native long chdb_result_storage_bytes_read(Pointer result);

    static native long chdb_result_rows_written(Pointer result);

    static native long chdb_result_bytes_written(Pointer result);

    static native @Nullable Pointer chdb_result_error(Pointer result);

    static native void chdb_destroy_query_result(Pointer result);

    static native @Nullable Pointer chdb_query_cmdline(int argc, Pointer argv);
}
