package io.chconnect.codec.internal.type;

import io.chconnect.codec.column.MemberColumn;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.codec.internal.wire.WireReader;
import io.chconnect.codec.internal.wire.WireWriter;
import java.util.Arrays;

/**
 * Which member of a Variant each row belongs to.
 *
 * <pre>
 * prefix   UInt64   mode: 0 = basic, 1 = compact
 * basic    rows × UInt8, 255 = NULL
 * compact  until all rows are there: varint rows of this part, UInt8 format: 0 = rows × UInt8, 1 = one UInt8 for all
 * </pre>
 */
final class Discriminators {
    private static final int WIRE_NULL = 255;
    private static final int WIRE_BASIC = 0;
    private static final int WIRE_COMPACT = 1;
    private static final int COMPACT_PLAIN = 0;
    private static final int COMPACT_ONE = 1;

    /** How they are stored. */
    enum Mode {
        BASIC,
        COMPACT
    }

    private Discriminators() {}

    static Mode readMode(WireReader in) {
        long mode = in.readLong();
        if (mode != WIRE_BASIC && mode != WIRE_COMPACT) {
            throw in.malformed("discriminators in mode " + Long.toUnsignedString(mode) + ": expected 0 or 1");
        }
        return mode == WIRE_BASIC ? Mode.BASIC : Mode.COMPACT;
    }

    static void writeMode(WireWriter out) {
        out.writeLong(WIRE_BASIC);
    }

    static int[] read(WireReader in, Mode mode, int rows, int members) {
        byte[] bytes = mode == Mode.BASIC ? in.readBytes(rows) : readParts(in, rows);
        int[] discriminators = new int[rows];
        for (int row = 0; row < rows; row++) {
            discriminators[row] = check(in, bytes[row] & 0xFF, members);
        }
        return discriminators;
    }

    /** The member that a number from the wire means. */
    static int check(WireReader in, int number, int members) {
        if (number == WIRE_NULL) {
            return MemberColumn.NULL;
        }
        return in.checkIndex(number, members, "members");
    }

    static int[] counts(int[] discriminators, int members) {
        int[] counts = new int[members];
        for (int member : discriminators) {
            if (member != MemberColumn.NULL) {
                counts[member]++;
            }
        }
        return counts;
    }

    static void write(WireWriter out, int[] discriminators) {
        byte[] bytes = new byte[discriminators.length];
        for (int row = 0; row < bytes.length; row++) {
            bytes[row] = (byte) discriminators[row];
        }
        out.writeBytes(bytes, 0, bytes.length);
    }

    private static byte[] readParts(WireReader in, int rows) {
        byte[] all = new byte[in.checkCount(rows, "rows", WireLimits.MAX_ROWS_WITHOUT_DATA)];
        int done = 0;
        while (done < rows) {
            int count = in.readCount("rows in one part", rows - done);
            int format = in.readByte();
            if (count == 0 || (format != COMPACT_PLAIN && format != COMPACT_ONE)) {
                throw in.malformed(
                        "a part of " + count + " rows in format " + format + ": expected rows in format 0 or 1");
            }
            if (format == COMPACT_PLAIN) {
                in.readBytes(all, done, count);
            } else {
                Arrays.fill(all, done, done + count, (byte) in.readByte());
            }
            done += count;
        }
        return all;
    }
}
