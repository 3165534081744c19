package io.chconnect.testkit.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Whole numbers, floating point numbers and Bool. */
final class NumberRows {
    private static final String WHOLE =
            "any whole number class, `BigDecimal`, `Double` or `Float` without a fraction," + " text of a whole number";
    private static final String FLOATING =
            "any number class and decimal text that the type holds exactly or means; `nan`, `inf`, `-inf`";

    private NumberRows() {}

    static List<TypeRow> rows() {
        List<TypeRow> rows = new ArrayList<>();
        rows.add(integer(
                "Int8",
                "Byte",
                TypeSamples.of("Int8")
                        .value("-128", (byte) -128, "-128", -128, -128L, "-128", BigInteger.valueOf(-128))
                        .value("0", (byte) 0, "0", 0.0, (short) 0)
                        .value("127", (byte) 127, "127", new BigDecimal("127.0"))
                        .refuses(128, -129, 1.5, "1.5", "x", true, 'a', new BigInteger("18446744073709551615"))));
        rows.add(integer(
                "Int16",
                "Short",
                TypeSamples.of("Int16")
                        .value("-32768", (short) -32768, "-32768", -32768)
                        .value("32767", (short) 32767, "32767", "32767")
                        .refuses(32768, -32769)));
        rows.add(integer(
                "Int32",
                "Integer",
                TypeSamples.of("Int32")
                        .value("-2147483648", Integer.MIN_VALUE, "-2147483648", -2147483648L)
                        .value("2147483647", Integer.MAX_VALUE, "2147483647")
                        .refuses(2147483648L, -2147483649L, Float.NaN)));
        rows.add(integer(
                "Int64",
                "Long",
                TypeSamples.of("Int64")
                        .value("-9223372036854775808", Long.MIN_VALUE, "-9223372036854775808", "-9223372036854775808")
                        .value("9223372036854775807", Long.MAX_VALUE, "9223372036854775807")
                        .refuses(BigInteger.ONE.shiftLeft(63), Double.POSITIVE_INFINITY, 1e30)));
        rows.add(integer("Int128", "BigInteger", wide("Int128", true, 127)));
        rows.add(integer("Int256", "BigInteger", wide("Int256", true, 255)));
        rows.add(integer(
                "UInt8",
                "Short",
                TypeSamples.of("UInt8")
                        .value("0", (short) 0, "0", (byte) 0)
                        .value("255", (short) 255, "255", 255)
                        .refuses(256, -1, (byte) -1)));
        rows.add(integer(
                "UInt16",
                "Integer",
                TypeSamples.of("UInt16")
                        .value("0", 0, "0")
                        .value("65535", 65535, "65535", 65535L)
                        .refuses(65536, -1)));
        rows.add(integer(
                "UInt32",
                "Long",
                TypeSamples.of("UInt32")
                        .value("0", 0L, "0", 0)
                        .value("4294967295", 4294967295L, "4294967295", "4294967295")
                        .refuses(4294967296L, -1)));
        rows.add(integer("UInt64", "BigInteger", wide("UInt64", false, 64)));
        rows.add(integer("UInt128", "BigInteger", wide("UInt128", false, 128)));
        rows.add(integer("UInt256", "BigInteger", wide("UInt256", false, 256)));
        rows.add(floating("Float32", "Float", "IEEE 754 single precision, NaN and infinities included", float32()));
        rows.add(floating("Float64", "Double", "IEEE 754 double precision, NaN and infinities included", float64()));
        rows.add(floating("BFloat16", "Float", "the upper 16 bits of a Float32", bfloat16()));
        rows.add(TypeRow.of(
                "Bool",
                "Boolean",
                "`Boolean`, the numbers 0 and 1, the texts `true` and `false`",
                TypeRow.NULLABLE,
                "false and true",
                TypeSamples.of("Bool")
                        .value("false", false, "false", 0, "false")
                        .value("true", true, "true", 1L, "true")
                        .refuses(2, -1, "yes", "TRUE", 0.5)));
        return rows;
    }

    private static TypeRow integer(String name, String javaClass, TypeSamples samples) {
        Sample first = samples.samples().get(0);
        Sample last = samples.samples().get(samples.samples().size() - 1);
        return TypeRow.of(name, javaClass, WHOLE, TypeRow.NULLABLE, first.text() + " to " + last.text(), samples);
    }

    private static TypeRow floating(String name, String javaClass, String range, TypeSamples samples) {
        return TypeRow.of(name, javaClass, FLOATING, TypeRow.NULLABLE, range, samples);
    }

    private static TypeSamples wide(String name, boolean signed, int magnitudeBits) {
        BigInteger limit = BigInteger.ONE.shiftLeft(magnitudeBits);
        BigInteger min = signed ? limit.negate() : BigInteger.ZERO;
        BigInteger max = limit.subtract(BigInteger.ONE);
        BigInteger middle = limit.shiftRight(1).add(BigInteger.valueOf(0x0102030405L));
        TypeSamples samples = TypeSamples.of(name).value(text(min), min, min.toString(), min.toString());
        if (signed) {
            samples.value("-1", BigInteger.ONE.negate(), "-1", -1, (byte) -1, -1.0);
        }
        return samples.value("1", BigInteger.ONE, "1", 1L, 1.0f)
                .value(text(middle), middle, middle.toString(), new BigDecimal(middle))
                .value(text(max), max, max.toString())
                .refuses(limit, min.subtract(BigInteger.ONE), 0.5);
    }

    private static String text(BigInteger number) {
        return "'" + number + "'";
    }

    private static TypeSamples float32() {
        return TypeSamples.of("Float32")
                .value("0", 0f, "0", 0, 0.0)
                .value("-0.0", -0f, "-0", -0.0)
                .value("0.1", 0.1f, "0.1", 0.1, "0.1", new BigDecimal("0.1"))
                .value("16777216", 16777216f, "16777216", 16777216)
                .value("1.401298464324817e-45", Float.MIN_VALUE, "1e-45")
                .value("3.4028234663852886e38", Float.MAX_VALUE, "3.4028235e38", (double) Float.MAX_VALUE)
                .value("nan", Float.NaN, "nan", Double.NaN, "nan")
                .value("inf", Float.POSITIVE_INFINITY, "inf", "inf")
                .value("-inf", Float.NEGATIVE_INFINITY, "-inf", Double.NEGATIVE_INFINITY)
                .refuses(16777217, 1e39, Math.PI, "x", true);
    }

    private static TypeSamples float64() {
        return TypeSamples.of("Float64")
                .value("0", 0.0, "0", 0)
                .value("-0.0", -0.0, "-0")
                .value("0.1", 0.1, "0.1", "0.1", new BigDecimal("0.1"))
                .value("9007199254740992", 9007199254740992.0, "9007199254740992", 9007199254740992L)
                .value("5e-324", Double.MIN_VALUE, "5e-324")
                .value("1.7976931348623157e308", Double.MAX_VALUE, "1.7976931348623157e308")
                .value("nan", Double.NaN, "nan", Float.NaN)
                .value("inf", Double.POSITIVE_INFINITY, "inf", "Infinity")
                .value("-inf", Double.NEGATIVE_INFINITY, "-inf")
                .refuses(9007199254740993L, "1e400", "x", false);
    }

    private static TypeSamples bfloat16() {
        return TypeSamples.of("BFloat16")
                .value("0", 0f, "0", 0)
                .value("1.5", 1.5f, "1.5", 1.5, "1.5", new BigDecimal("1.5"))
                .value("-256", -256f, "-256", -256)
                .value("nan", Float.NaN, "nan")
                .value("inf", Float.POSITIVE_INFINITY, "inf")
                .refuses(0.1f, 0.1, 257, 1e39);
    }
}
