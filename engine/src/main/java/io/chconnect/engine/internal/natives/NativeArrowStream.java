package io.chconnect.engine.internal.natives;

import com.sun.jna.Pointer;
import io.chconnect.error.EmbeddedLibraryException;
import io.chconnect.error.ServerErrors;
import org.jspecify.annotations.Nullable;

/** A streaming query whose chunks are batches of Arrow's C Data Interface. */
public final class NativeArrowStream extends StreamHandle<ArrowStruct> {
    private static final int GET_SCHEMA = 0;
    private static final int GET_NEXT = 1;

    private final ArrowStruct schema = ArrowStruct.empty(ArrowStruct.Kind.SCHEMA);
    private boolean described;

    NativeArrowStream(NativeConnection connection, Pointer handle) {
        super(connection, handle);
    }

    /** The schema, which is there after the first {@link #next}. */
    public ArrowStruct schema() {
        return schema;
    }

    /** Each fetch gives a stream of its own, of one batch or at the end of none, with the schema of them all. */
    @Override
    @Nullable
    ArrowStruct fetch(Pointer nativeConnection, Pointer stream) {
        try (ArrowStruct one = ArrowStruct.empty(ArrowStruct.Kind.STREAM)) {
            int state = LibChdbArrow.chdb_stream_fetch_arrow(nativeConnection, stream, one.pointer());
            Pointer error = LibChdb.chdb_result_error(stream);
            if (error != null) {
                throw ServerErrors.from(CStrings.read(error), 0, null);
            }
            if (state != 0 || !one.isFilled()) {
                throw new EmbeddedLibraryException("the engine gave neither a batch of Arrow nor an error");
            }
            if (!described) {
                require(one.get(GET_SCHEMA, schema), "schema");
                described = true;
            }
            return batch(one);
        }
    }

    private static @Nullable ArrowStruct batch(ArrowStruct one) {
        ArrowStruct array = ArrowStruct.empty(ArrowStruct.Kind.ARRAY);
        try {
            require(one.get(GET_NEXT, array), "batch");
        } catch (RuntimeException e) {
            array.close();
            throw e;
        }
        if (array.isFilled()) {
            return array;
        }
        array.close();
        return null;
    }

    private static void require(int status, String what) {
        if (status != 0) {
            throw new EmbeddedLibraryException("the engine gave no " + what + " of Arrow, but error " + status);
        }
    }
}
