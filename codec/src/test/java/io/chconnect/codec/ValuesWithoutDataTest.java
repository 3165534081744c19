package io.chconnect.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.internal.wire.WireLimits;
import io.chconnect.error.MalformedDataException;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of which the data say only that they are there, such as a NULL with its type in a shared variant. */
class ValuesWithoutDataTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvSource({
        // One value: Array(Nullable(QBit(Float32, 2147483647))), the same in a tuple, as a path that a JSON lacks
        "1e 23 36 0d ffffffff07, 01, 01, 8589934588",
        "1e 23 1f 02 01 36 0d ffffffff07, 01, 01, 8589934596",
        "30 00 00 00 01 0161 36 0d ffffffff07 00 00, 00, '', 8589934588",
        // Many: Array(Nullable(FixedString(4096))), Array(LowCardinality(Nullable(FixedString(4096))))
        "1e 23 16 8020, a08d06, 01, 34",
        "1e 26 23 16 8020, a08d06, 01, 34",
        // Array(JSON(a FixedString(4096)))
        "1e 30 00 00 00 01 0161 16 8020 00 00, a08d06, 00, 34",
    })
    void theyCannotTakeAllMemory(String type, String count, String value, String bytes) {
        byte[] shared = value.isEmpty()
                ? HEX.parseHex(type.replace(" ", "") + count)
                : HEX.parseHex(type.replace(" ", "") + count + value.repeat(100_000));

        assertThatThrownBy(() -> read(shared))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(": " + bytes)
                .hasMessageContaining("bytes of values that are not in the data");
    }

    @Test
    void asManyAsTheirDataAreWorthAreRead() {
        byte[] nulls = HEX.parseHex("1e2316" + "40" + "a08d06" + "01".repeat(100_000));
        assertThat(read(nulls).get(0)).isEqualTo(Collections.nCopies(100_000, null));

        byte[] large = HEX.parseHex("1e2316" + "8020" + "02" + "01" + "00" + "61".repeat(4096));
        List<?> values = (List<?>) read(large).get(0);
        assertThat(values).hasSize(2);
        assertThat(values.get(0)).isNull();
        assertThat(values.get(1)).isEqualTo("a".repeat(4096));

        assertThat(read(HEX.parseHex("30000000" + "01" + "0161" + "01" + "0000" + "00"))
                        .get(0))
                .isEqualTo(Map.of("a", (short) 0));
    }

    /** A Dynamic whose only value stands in the shared variant. */
    private static Column read(byte[] shared) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(HEX.parseHex("0200000000000000" + "00" + "0000000000000000" + "00"));
        for (int rest = shared.length; ; rest >>>= 7) {
            data.write(rest > 0x7F ? (rest & 0x7F) | 0x80 : rest);
            if (rest <= 0x7F) {
                break;
            }
        }
        data.writeBytes(shared);
        assertThat(shared.length).isLessThan(WireLimits.MAX_BYTES_WITHOUT_DATA);
        return Columns.read("Dynamic", 1, data.toByteArray());
    }
}
