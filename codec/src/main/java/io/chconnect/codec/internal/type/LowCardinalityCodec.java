package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.ColumnBuilder;
import io.chconnect.codec.column.LowCardinalityColumn;
import io.chconnect.codec.column.LowCardinalityColumnBuilder;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import io.chconnect.types.DataType;

/**
 * LowCardinality: a dictionary and a key for each row. The dictionary of a Nullable inner type has no null map; its entry 0
 * stands for NULL.
 *
 * <pre>
 * prefix   UInt64  1                    version: shared dictionaries with additional keys
 * data     UInt64  flags                bits 0–7 width of the keys: 0 = 8, 1 = 16, 2 = 32, 3 = 64 bits
 *                                       0x100 a global dictionary follows (never in Native)
 *                                       0x200 the dictionary follows, 0x400 it replaces the one before
 *          UInt64  entries of the dictionary
 *          entries × data of the inner type without Nullable
 *          UInt64  rows
 *          rows × key
 *
 * "a", "b", "a" → 00 06 00 00 00 00 00 00 | 03 00 … | 00 01 61 01 62 | 03 00 … | 01 02 01
 * </pre>
 *
 * Without rows there is no data at all.
 */
final class LowCardinalityCodec implements ColumnCodec {
    private static final long VERSION = 1;
    private static final long WIDTH_MASK = 0xFF;
    private static final long GLOBAL_DICTIONARY = 0x100;
    private static final long ADDITIONAL_KEYS = 0x200;
    private static final long UPDATE_DICTIONARY = 0x400;

    private final DataType type;
    private final ColumnCodec inner;
    private final boolean nullable;

    LowCardinalityCodec(DataType type, ColumnCodec innerWithoutNullable, boolean nullable) {
        this.type = type;
        this.inner = innerWithoutNullable;
        this.nullable = nullable;
    }

    @Override
    public Prefix readPrefix(WireReader in) {
        long version = in.readLong();
        if (version != VERSION) {
            throw in.malformed("LowCardinality version " + version + ": expected " + VERSION);
        }
        return Prefix.NONE;
    }

    @Override
    public Column read(WireReader in, int rows, Prefix prefix) {
        if (rows == 0) {
            return builder(0).build();
        }
        in.enter("LowCardinality");
        long flags = in.readLong();
        if ((flags & GLOBAL_DICTIONARY) != 0 || (flags & ADDITIONAL_KEYS) == 0) {
            throw in.malformed(
                    "LowCardinality flags 0x" + Long.toHexString(flags) + ": expected a dictionary in place");
        }
        int entries = in.readLongCount("dictionary entries", WireLimits.MAX_ELEMENTS);
        Column dictionary = inner.read(in, entries, Prefix.NONE);
        int keyCount = in.readLongCount("keys", WireLimits.MAX_ELEMENTS);
        if (keyCount != rows) {
            throw in.malformed(keyCount + " keys for " + rows + " rows");
        }
        int[] keys = readKeys(in, rows, (int) (flags & WIDTH_MASK), entries);
        in.leave();
        return new LowCardinalityColumn(type, dictionary, nullable, keys);
    }

    @Override
    public void writePrefix(WireWriter out, Column column) {
        out.writeLong(VERSION);
    }

    @Override
    public void write(WireWriter out, Column column) {
        if (column.rowCount() == 0) {
            return;
        }
        LowCardinalityColumn values = (LowCardinalityColumn) column;
        int entries = values.dictionary().rowCount();
        int width = entries <= 1 << Byte.SIZE ? 0 : entries <= 1 << Short.SIZE ? 1 : 2;
        out.writeLong(width | ADDITIONAL_KEYS | UPDATE_DICTIONARY);
        out.writeLong(entries);
        inner.write(out, values.dictionary());
        out.writeLong(values.rowCount());
        writeKeys(out, values.keys(), width);
    }

    @Override
    public Column readValues(WireReader in, int count) {
        return SingleValues.read(this, in, count, this::readValue);
    }

    private Column readValue(WireReader in) {
        boolean present = !nullable || in.readByte() == 0;
        in.spendWithoutData(inner.defaultBytes());
        ColumnBuilder dictionary = inner.builder(2);
        dictionary.appendDefault();
        if (present) {
            dictionary.appendFrom(inner.readValues(in, 1), 0);
        }
        return new LowCardinalityColumn(type, dictionary.build(), nullable, new int[] {present ? 1 : 0});
    }

    @Override
    public void writeValue(WireWriter out, Column column, int row) {
        LowCardinalityColumn values = (LowCardinalityColumn) column;
        if (nullable) {
            out.writeByte(values.isNull(row) ? 1 : 0);
        }
        if (!values.isNull(row)) {
            inner.writeValue(out, values.dictionary(), values.keys()[row]);
        }
    }

    @Override
    public ColumnBuilder builder(int expectedRows) {
        return new LowCardinalityColumnBuilder(type, inner.builder(0), nullable, expectedRows);
    }

    private static int[] readKeys(WireReader in, int rows, int width, int entries) {
        int[] keys = switch (width) {
            case 0 -> IntegerWidths.widen(in.readBytes(rows));
            case 1 -> IntegerWidths.widen(in.readShorts(rows));
            case 2 -> in.readInts(rows);
            case 3 -> IntegerWidths.narrow(in, in.readLongs(rows));
            default -> throw in.malformed("LowCardinality key width " + width + ": expected 0 to 3");
        };
        for (int key : keys) {
            in.checkIndex(key, entries, "entries of a dictionary");
        }
        return keys;
    }

    private static void writeKeys(WireWriter out, int[] keys, int width) {
        if (width == 0) {
            byte[] narrow = new byte[keys.length];
            for (int row = 0; row < keys.length; row++) {
                narrow[row] = (byte) keys[row];
            }
            out.writeBytes(narrow, 0, narrow.length);
        } else if (width == 1) {
            short[] narrow = new short[keys.length];
            for (int row = 0; row < keys.length; row++) {
                narrow[row] = (short) keys[row];
            }
            out.writeShorts(narrow);
        } else {
            out.writeInts(keys);
        }
    }
}
