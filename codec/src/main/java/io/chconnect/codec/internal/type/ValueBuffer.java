package io.chconnect.codec.internal.type;

import io.chconnect.codec.internal.wire.WireWriter;
import java.io.ByteArrayOutputStream;

/** Holds a value until its length is known, which stands before it. Not thread-safe. */
final class ValueBuffer {
    private static final int WRITER_BYTES = 256;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final WireWriter writer = new WireWriter(bytes::write, WRITER_BYTES);

    WireWriter writer() {
        return writer;
    }

    /** Writes what was written here, with its length before it, and is empty then. */
    void moveTo(WireWriter out) {
        writer.flush();
        out.writeVarInt(bytes.size());
        out.writeBytes(bytes.toByteArray(), 0, bytes.size());
        bytes.reset();
    }
}
