package io.chconnect.arrow.internal;

import io.chconnect.codec.column.StringColumn;
import io.chconnect.error.ConversionException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Arrow's texts are UTF-8, and ClickHouse's are any bytes. */
final class Utf8Check {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8Check() {}

    /** Fails at the first value that is not UTF-8. */
    static void require(StringColumn strings) {
        int[] offsets = strings.offsets();
        int rows = strings.rowCount();
        if (isAscii(strings.bytes(), offsets[0], offsets[rows])) {
            return;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        for (int row = 0; row < rows; row++) {
            if (!isAscii(strings.bytes(), offsets[row], offsets[row + 1])) {
                try {
                    decoder.decode(ByteBuffer.wrap(strings.bytes(), offsets[row], strings.length(row)));
                } catch (CharacterCodingException e) {
                    throw new ConversionException("a value of " + strings.length(row)
                                    + " bytes is not UTF-8 text, as Arrow's texts are: ask for binaryStrings")
                            .atRow(row);
                }
            }
        }
    }

    private static boolean isAscii(byte[] bytes, int from, int to) {
        int i = from;
        long bits = 0;
        for (; i + 4 * Long.BYTES <= to && (bits & HIGH_BITS) == 0; i += 4 * Long.BYTES) {
            bits = (long) LONGS.get(bytes, i)
                    | (long) LONGS.get(bytes, i + Long.BYTES)
                    | (long) LONGS.get(bytes, i + 2 * Long.BYTES)
                    | (long) LONGS.get(bytes, i + 3 * Long.BYTES);
        }
        if ((bits & HIGH_BITS) != 0) {
            return false;
        }
        for (; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
