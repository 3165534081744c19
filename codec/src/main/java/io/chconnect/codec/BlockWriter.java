package io.chconnect.codec;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.internal.type.CodecFactory;
import io.chconnect.codec.internal.type.ColumnCodec;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.error.ConversionException;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.DataType;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes blocks of the Native format as inserts want them: without revision and block info. Not thread-safe.
 */
public final class BlockWriter {
    private final WireWriter out;
    private final CodecFactory codecs = new CodecFactory(ZoneOffset.UTC);
    private final Map<DataType, ColumnCodec> codecOf = new HashMap<>();

    /**
     * Creates a writer.
     *
     * @param sink where the bytes go
     */
    public BlockWriter(ByteSink sink) {
        this.out = new WireWriter(sink);
    }

    /**
     * Writes a block, whole: nothing of it is held back when the call returns.
     *
     * @param block the block
     * @throws UnsupportedTypeException if a column has a type that cannot be written; nothing of the block is written
     * @throws ConversionException if a Java string has an unpaired surrogate, for which there are no bytes: part of the block
     *     may be written, and what follows is not a block
     */
    public void write(Block block) {
        for (int i = 0; i < block.columnCount(); i++) {
            codec(block.names().get(i), block.column(i).type());
        }
        out.writeVarInt(block.columnCount());
        out.writeVarInt(block.rowCount());
        for (int i = 0; i < block.columnCount(); i++) {
            Column column = block.column(i);
            out.writeString(block.names().get(i));
            out.writeString(column.type().name());
            if (block.rowCount() > 0) {
                ColumnCodec codec = codec(block.names().get(i), column.type());
                codec.writePrefix(out, column);
                write(codec, column, block.names().get(i));
            }
        }
        out.flush();
    }

    private void write(ColumnCodec codec, Column column, String name) {
        try {
            codec.write(out, column);
        } catch (ConversionException e) {
            throw e.at(name, e.row());
        }
    }

    private ColumnCodec codec(String column, DataType type) {
        ColumnCodec known = codecOf.get(type);
        if (known != null) {
            return known;
        }
        try {
            ColumnCodec codec = codecs.codec(type);
            codecOf.put(type, codec);
            return codec;
        } catch (UnsupportedTypeException e) {
            throw e.inColumn(column);
        }
    }
}
