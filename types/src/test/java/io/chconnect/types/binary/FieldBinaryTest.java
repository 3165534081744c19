package io.chconnect.types.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.types.internal.FunctionParameters;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldBinaryTest {
    @Test
    void everyLiteralComesBack() {
        check("00", null);
        check("0100", BigInteger.ZERO);
        check("017f", BigInteger.valueOf(127));
        check("01ffffffffffffffffff01", new BigInteger("18446744073709551615"));
        check("0201", BigInteger.valueOf(-1));
        check("02ffffffffffffffffff01", BigInteger.valueOf(Long.MIN_VALUE));
        check("0300000000000000000100000000000000", BigInteger.ONE.shiftLeft(64));
        check("03" + "ff".repeat(16), BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE));
        check(
                "04ffffffffffffff7f" + "ff".repeat(8),
                BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.ONE));
        check("04" + "00".repeat(15) + "80", BigInteger.ONE.shiftLeft(127).negate());
        check("05" + "00".repeat(16) + "01" + "00".repeat(15), BigInteger.ONE.shiftLeft(128));
        check(
                "06" + "ff".repeat(15) + "7f" + "ff".repeat(16),
                BigInteger.ONE.shiftLeft(127).negate().subtract(BigInteger.ONE));
        check("07000000000000f83f", 1.5);
        check("070000000000000080", -0.0);
        check("0c0361c3a9", "a\u00e9");
        check("0d020101" + "0d00", List.of(BigInteger.ONE, List.of()));
        check("0e020100" + "00", new FunctionParameters.Group(Arrays.asList(BigInteger.ZERO, null)));
        check("1301", true);
        check("1300", false);
    }

    @Test
    void whatIsNoLiteralIsRefused() {
        refused("08", "the code 8");
        refused("0dffffffffffffffffff01", "18446744073709551615 literals");
        refused("0da18d06", "100001 literals: expected 0 to 100000");
        refused("0d01".repeat(51) + "00", "more than 50 literals within each other");
        refused("0d03" + "0d02" + "00", "end");
    }

    @Test
    void literalsAreCountedTogether() {
        BinaryText.Output out = new BinaryText.Output();
        for (int i = 0; i < 3; i++) {
            out.writeByte(FieldDecoder.ARRAY);
            out.writeVarInt(40_000);
        }

        refused(HexFormat.of().formatHex(out.bytes()), "40000 literals: expected 0 to 20000");
    }

    private static void check(String hex, @Nullable Object literal) {
        BinaryText.Output out = new BinaryText.Output();
        FieldEncoder.encode(out, literal);

        assertThat(HexFormat.of().formatHex(out.bytes())).isEqualTo(hex);
        assertThat(new FieldDecoder(new BinaryText.Input(out.bytes())).decode()).isEqualTo(literal);
    }

    private static void refused(String hex, String message) {
        BinaryText.Input in = new BinaryText.Input(HexFormat.of().parseHex(hex));

        assertThatThrownBy(() -> new FieldDecoder(in).decode())
                .isInstanceOf(BinaryText.Malformed.class)
                .hasMessageContaining(message);
    }
}
