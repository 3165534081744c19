package io.chconnect.engine.internal.natives;

import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The functions of Arrow's C Data Interface, which libraries before 26.7.0 do not have all of; bound as those of
 * {@link LibChdb}.
 */
@SuppressWarnings("MemberName")
final class LibChdbArrow {
    private LibChdbArrow() {}

    static native @Nullable Pointer chdb_stream_query_arrow_n(
            Pointer connection, byte[] query, long queryLength, Pointer options);

    static native @Nullable Pointer chdb_stream_query_arrow_with_params_n(
            Pointer connection,
            byte[] query,
            long queryLength,
            Pointer options,
            Pointer names,
            Pointer nameLengths,
            Pointer values,
            Pointer valueLengths,
            long count);

    static native int chdb_stream_fetch_arrow(Pointer connection, Pointer stream, Pointer arrayStream);
}
