package io.chconnect.codec.internal.type;

import io.chconnect.codec.ByteSource;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.internal.frame.FrameReader;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;

/**
 * Detached: a column that was encoded and compressed on its own.
 *
 * <pre>
 * varint bytes, as many bytes of compressed frames; within them prefix and data of the column
 * </pre>
 */
final class DetachedCodec extends ReadingCodec {
    DetachedCodec(ColumnCodec plain) {
        super(plain);
    }

    @Override
    public Prefix readPrefix(WireReader in) {
        return Prefix.NONE;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        in.enter("Detached");
        byte[] packed = in.readBytes(in.readCount("bytes of a detached column", WireLimits.MAX_STRING_BYTES));
        WireReader inner = new WireReader(new FrameReader(ByteSource.of(packed)));
        inner.enter("detached column");
        Column column = plain.read(inner, rows, plain.readPrefix(inner));
        if (!inner.atEnd()) {
            throw in.malformed("bytes behind the values of a detached column");
        }
        in.leave();
        return column;
    }
}
