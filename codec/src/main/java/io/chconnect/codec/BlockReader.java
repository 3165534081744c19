package io.chconnect.codec;

import io.chconnect.codec.column.ByteColumn;
import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DoubleColumn;
import io.chconnect.codec.column.FixedBytesColumn;
import io.chconnect.codec.column.FloatColumn;
import io.chconnect.codec.column.IntColumn;
import io.chconnect.codec.column.LongColumn;
import io.chconnect.codec.column.NullableColumn;
import io.chconnect.codec.column.ShortColumn;
import io.chconnect.codec.column.StringColumn;
import io.chconnect.codec.internal.type.CodecFactory;
import io.chconnect.codec.internal.type.ColumnCodec;
import io.chconnect.codec.internal.type.CustomSerialization;
import io.chconnect.codec.internal.type.TypeReader;
import io.chconnect.codec.internal.wire.SpareArrays;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.DataType;
import io.chconnect.types.binary.TypeDecoder;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads blocks of the Native format ({@code src/Formats/NativeReader.cpp} of ClickHouse). Not thread-safe.
 *
 * <pre>
 * block info (with a revision): fields (varint number, content) up to number 0: 1 = UInt8 is_overflows, 2 = Int32 bucket,
 * from revision 54480 on 3 = varint count and as many Int32 buckets
 * varint columns, varint rows, then per column: name, type, from revision 54454 on a byte for custom serialization, and
 * where there are rows a state prefix and data
 * </pre>
 */
public final class BlockReader {
    private static final int FIELD_END = 0;
    private static final int FIELD_OVERFLOWS = 1;
    private static final int FIELD_BUCKET = 2;
    private static final int FIELD_DELAYED_BUCKETS = 3;

    private final WireReader in;
    private final int revision;
    private final boolean binaryTypes;
    private final CodecFactory codecs;
    private final Map<Object, ColumnCodec> codecOf = new HashMap<>();

    /**
     * Creates a reader.
     *
     * @param source where the bytes come from
     * @param revision the protocol revision the sender was asked for; see {@link ProtocolRevision}
     * @param zone the zone of DateTime columns whose type names none
     */
    public BlockReader(ByteSource source, int revision, ZoneId zone) {
        this(source, revision, zone, false);
    }

    private BlockReader(ByteSource source, int revision, ZoneId zone, boolean binaryTypes) {
        this.in = new WireReader(source);
        this.revision = revision;
        this.binaryTypes = binaryTypes;
        this.codecs = binaryTypes ? new CodecFactory(zone).withBinaryTypes() : new CodecFactory(zone);
    }

    /**
     * Creates a reader of blocks without revision whose types are in their binary form, as the setting
     * {@code output_format_native_encode_types_in_binary_format} makes the server write them.
     *
     * @param source where the bytes come from
     * @param zone the zone of DateTime columns whose type names none
     * @return a new reader
     */
    public static BlockReader withBinaryTypes(ByteSource source, ZoneId zone) {
        return new BlockReader(source, ProtocolRevision.NONE, zone, true);
    }

    /**
     * Reads the next block.
     *
     * @return the block, possibly without rows; null at the end of the data
     * @throws io.chconnect.error.MalformedDataException if the bytes are not a block, or end inside of one
     * @throws UnsupportedTypeException if a column has a type that cannot be read; the reader is not to be used any more
     */
    public @Nullable Block read() {
        if (in.atEnd()) {
            return null;
        }
        if (ProtocolRevision.hasBlockInfo(revision)) {
            readBlockInfo();
        }
        int columnCount = in.readCount("columns", WireLimits.MAX_COLUMNS);
        int rowCount = in.readCount("rows", WireLimits.MAX_ROWS);
        List<String> names = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < columnCount; i++) {
            String name = in.readString();
            names.add(name);
            columns.add(readColumn(i, name, rowCount));
        }
        return new Block(names, columns);
    }

    /**
     * Gives a block back that nobody will look at again, so that the next one may be read into its arrays. This saves the
     * time to make and to clear them; without it, every block stays as it is.
     *
     * @param block any block, of this reader or not; its columns may change from now on
     */
    public void recycle(Block block) {
        in.spares().clear();
        block.columns().forEach(this::recycle);
    }

    private void recycle(Column column) {
        SpareArrays spares = in.spares();
        if (column instanceof NullableColumn nullable) {
            recycle(nullable.values());
        } else if (column instanceof StringColumn strings && strings.texts() == null) {
            spares.add(strings.offsets());
            spares.addTexts(strings.bytes());
        } else if (column instanceof FixedBytesColumn values) {
            spares.add(values.bytes());
        } else if (column instanceof ByteColumn) {
            spares.add(column.asBytes());
        } else if (column instanceof ShortColumn) {
            spares.add(column.asShorts());
        } else if (column instanceof IntColumn) {
            spares.add(column.asInts());
        } else if (column instanceof LongColumn) {
            spares.add(column.asLongs());
        } else if (column instanceof FloatColumn) {
            spares.add(column.asFloats());
        } else if (column instanceof DoubleColumn) {
            spares.add(column.asDoubles());
        }
    }

    /**
     * How far the reader has come.
     *
     * @return bytes read, after decompression
     */
    public long offset() {
        return in.offset();
    }

    private void readBlockInfo() {
        while (true) {
            long field = in.readVarInt();
            if (field == FIELD_END) {
                return;
            } else if (field == FIELD_OVERFLOWS) {
                in.readByte();
            } else if (field == FIELD_BUCKET) {
                in.readInt();
            } else if (field == FIELD_DELAYED_BUCKETS) {
                in.readInts(in.readCount("delayed buckets", WireLimits.MAX_COLUMNS));
            } else {
                throw in.malformed("block info field " + Long.toUnsignedString(field) + ": expected 0 to 3");
            }
        }
    }

    private Column readColumn(int index, String name, int rows) {
        in.enter("column " + (index + 1) + " \"" + name + "\"");
        try {
            ColumnCodec codec = codec();
            if (ProtocolRevision.hasCustomSerialization(revision) && in.readByte() != 0) {
                codec = CustomSerialization.read(in, codec);
            }
            Column column = rows == 0 ? codec.builder(0).build() : codec.read(in, rows, codec.readPrefix(in));
            in.leave();
            return column;
        } catch (UnsupportedTypeException e) {
            throw e.inColumn(name);
        }
    }

    private ColumnCodec codec() {
        if (binaryTypes) {
            return codecOf.computeIfAbsent(TypeDecoder.decode(in), type -> codecs.codec((DataType) type));
        }
        String name = in.readString();
        ColumnCodec known = codecOf.get(name);
        if (known == null) {
            known = codecs.codec(TypeReader.parse(in, name));
            codecOf.put(name, known);
        }
        return known;
    }
}
