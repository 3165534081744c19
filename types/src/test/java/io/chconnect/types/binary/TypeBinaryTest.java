package io.chconnect.types.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.error.UnsupportedTypeException;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.JSONType;
import io.chconnect.types.Resources;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code binary-types.tsv} has type names and the bytes that the server itself makes of them. */
class TypeBinaryTest {
    static Stream<List<String>> serverTypes() {
        // A label that is not UTF-8 has no place in a Java String.
        return Resources.lines("binary-types.tsv").stream()
                .map(Resources::fields)
                .filter(nameAndBytes -> !nameAndBytes.get(0).equals("Enum8('\\xef' = 1)"));
    }

    @ParameterizedTest
    @MethodSource("serverTypes")
    void theServersBytesAreRead(List<String> nameAndBytes) {
        byte[] bytes = HexFormat.of().parseHex(nameAndBytes.get(1));
        BinaryText.Input in = new BinaryText.Input(bytes);

        DataType type = TypeDecoder.decode(in);

        assertThat(in.position()).isEqualTo(bytes.length);
        // The bytes do not tell a version that was left out from one that was written.
        assertThat(type.name().replace("AggregateFunction(1, ", "AggregateFunction("))
                .isEqualTo(nameAndBytes.get(0).replace("AggregateFunction(1, ", "AggregateFunction("));
    }

    @ParameterizedTest
    @MethodSource("serverTypes")
    void ourBytesAreThoseOfTheServer(List<String> nameAndBytes) {
        DataType type = DataTypes.parse(nameAndBytes.get(0));

        byte[] bytes = encode(type);

        if (type instanceof JSONType json && json.typedPaths().size() > 1) {
            // The server writes typed paths in the order of a hash table.
            assertThat(bytes).hasSameSizeAs(HexFormat.of().parseHex(nameAndBytes.get(1)));
            assertThat(decode(bytes)).isEqualTo(type);
        } else if (nameAndBytes.get(0).startsWith("AggregateFunction(sumMap, ")) {
            // Only the server knows that this function has a version when none is written.
            assertThat(bytes).hasSameSizeAs(HexFormat.of().parseHex(nameAndBytes.get(1)));
        } else {
            assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(nameAndBytes.get(1));
        }
    }

    @Test
    void everyCutIsNoticed() {
        serverTypes().forEach(nameAndBytes -> {
            byte[] bytes = HexFormat.of().parseHex(nameAndBytes.get(1));
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> decode(cut)).isInstanceOf(BinaryText.Malformed.class);
            }
        });
    }

    @Test
    void changedBytesGiveATypeOrADocumentedError() {
        Random random = new Random(20261124);
        List<byte[]> corpus = serverTypes()
                .map(nameAndBytes -> HexFormat.of().parseHex(nameAndBytes.get(1)))
                .toList();
        int types = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = corpus.get(random.nextInt(corpus.size())).clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            try {
                DataType type = decode(changed);
                types++;
                assertThat(decode(encode(type))).isEqualTo(type);
                assertThat(DataTypes.parse(type.name())).isEqualTo(type);
            } catch (BinaryText.Malformed | UnsupportedTypeException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(types).isGreaterThan(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "21, Set",
        "24, Function",
        "38, 0x38",
        "ff, 0xFF",
        "3001, version 1",
    })
    void typesThatNoColumnHasAreUnsupported(String hex, String message) {
        assertThatThrownBy(() -> decode(HexFormat.of().parseHex(hex)))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "168080800802, expected 0 to 16777215",
        "1fc1843d, expected 0 to 1000000",
        "130a, DateTime64",
        "340a, Time64",
        "190a0b, Decimal",
        "22ff, the interval unit 255",
        "1700, Enum",
        "2500 036161 61 00, end",
        "2e03615e620001 07, letters",
        "2e 026162 00 00, without arguments",
        "2323, end",
        "360106, cannot be UInt8",
        "361e0106, a QBit of Array(UInt8)",
        "360d00, at least one element",
        "370e1004, a multiple of 8",
        "231e01, Nullable(Array(UInt8)) is not a type",
        "261e01, LowCardinality(Array(UInt8)) is not a type",
        "27230101, 'Map(Nullable(UInt8), UInt8) is not a type'",
        "2a02012301, a Variant with Nullable(UInt8)",
        "2a012a0101, a Variant with Variant(UInt8)",
        "2a00, Variant needs at least one type",
        "20 02 0161 01 0161 01, the element name `a` is there twice",
        "20 01 00 01, the name of an element must not be empty",
        "2f 00, Nested needs at least one element",
        "2f 02 0161 01 0161 01, the element name `a` is there twice",
        "2bff, expected a number of 0 to 254",
        "30 00 914e 00 00 00 00, max_dynamic_paths of a JSON cannot be 10001",
        "30 00 00 ff 00 00 00, max_dynamic_types of a JSON cannot be 255",
        "30 00 00 00 01 00 01 00 00, a path of a JSON must not be empty",
        "30 00 00 00 00 01 00 00, a path of a JSON must not be empty",
        "30 00 00 00 01 026162 01 01 0161 00, the path `ab` has a type and is skipped",
        "2a020000, Variant needs at least one type",
        "2a01 2e07616e794c617374 00 01 2b20, 'a Variant with SimpleAggregateFunction(anyLast, Dynamic'",
    })
    void brokenTypesAreMalformed(String hex, String message) {
        assertThatThrownBy(() -> decode(HexFormat.of().parseHex(hex.replace(" ", ""))))
                .isInstanceOf(BinaryText.Malformed.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2a02 00 01 | Variant(UInt8)",
                "2a03 01 15 01 | Variant(String, UInt8)",
                "1e 2a03 15 2e03616e7900 01 00 1e01 | Array(Variant(Array(UInt8), String))",
            })
    void membersOfAVariantMayStandInAnyOrderBesideNothing(String hex, String name) {
        DataType type = decode(HexFormat.of().parseHex(hex.replace(" ", "")));

        assertThat(type.name()).isEqualTo(name);
        assertThat(type).isEqualTo(DataTypes.parse(name));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "01 ffffffffffffffffff01, 18446744073709551615",
                "02 ffffffffffffffffff01, -9223372036854775808",
                "03 0000000000000000 0100000000000000, '18446744073709551616'",
                "04 ffffffffffffff7f ffffffffffffffff, '-9223372036854775809'",
            })
    void integersBeyond64BitsAreInQuotesInANameAsTheServerHasThem(String hex, String text) {
        DataType type = decode(HexFormat.of().parseHex(("2e 03616e79 01 " + hex + " 01 01").replace(" ", "")));

        assertThat(type.name()).isEqualTo("SimpleAggregateFunction(any(" + text + "), UInt8)");
        assertThat(DataTypes.parse(type.name())).isEqualTo(type);
    }

    @Test
    void depthIsBounded() {
        byte[] arrays = new byte[100_000];
        Arrays.fill(arrays, (byte) 0x1e);

        assertThatThrownBy(() -> decode(arrays))
                .isInstanceOf(BinaryText.Malformed.class)
                .hasMessageContaining("within each other");
    }

    @Test
    void partsOfOneTypeAreBoundedTogether() {
        BinaryText.Output out = new BinaryText.Output();
        for (int i = 0; i < 3; i++) {
            out.writeByte(0x1f);
            out.writeVarInt(400_000);
        }

        assertThatThrownBy(() -> decode(out.bytes()))
                .isInstanceOf(BinaryText.Malformed.class)
                .hasMessageContaining("more than 1000000 parts");
    }

    private static DataType decode(byte[] bytes) {
        return TypeDecoder.decode(new BinaryText.Input(bytes));
    }

    private static byte[] encode(DataType type) {
        BinaryText.Output out = new BinaryText.Output();
        TypeEncoder.encode(out, type);
        return out.bytes();
    }
}
