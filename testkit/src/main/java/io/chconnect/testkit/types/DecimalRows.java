package io.chconnect.testkit.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** Decimals of each width. */
final class DecimalRows {
    private DecimalRows() {}

    static List<TypeRow> rows() {
        return List.of(TypeRow.of(
                "Decimal(P, S)",
                "BigDecimal with the scale S",
                "any number class and decimal text with at most S digits behind the point",
                TypeRow.NULLABLE,
                "P digits, 1 to 76, of which S are behind the point; also as Decimal32(S), Decimal64(S), Decimal128(S),"
                        + " Decimal256(S)",
                extremes("Decimal(1, 0)", 1, 0),
                extremes("Decimal(9, 9)", 9, 9),
                extremes("Decimal(9, 2)", 9, 2)
                        .value("'0.1'", new BigDecimal("0.10"), "0.1", 0.1, 0.1f, "0.1", new BigDecimal("0.100"))
                        .value("3", new BigDecimal("3.00"), "3", 3, 3L, BigInteger.valueOf(3), "3.00")
                        .refuses("0.001", 0.005, 10_000_000, "x", true, Double.NaN, "1e1000000000"),
                extremes("Decimal(18, 4)", 18, 4).refuses("0.00001", new BigDecimal("1e14")),
                extremes("Decimal(38, 10)", 38, 10)
                        .value("-1", new BigDecimal("-1.0000000000"), "-1", -1)
                        .refuses("0.00000000001"),
                extremes("Decimal(76, 38)", 76, 38)));
    }

    private static TypeSamples extremes(String name, int precision, int scale) {
        BigDecimal max = new BigDecimal(BigInteger.TEN.pow(precision).subtract(BigInteger.ONE), scale);
        BigDecimal smallest = BigDecimal.ONE.movePointLeft(scale).setScale(scale);
        return TypeSamples.of(name)
                .value(sql(max), max, max.toPlainString(), max.toPlainString())
                .value(sql(max.negate()), max.negate(), max.negate().toPlainString())
                .value("0", BigDecimal.ZERO.setScale(scale), "0", 0, "0")
                .value(sql(smallest), smallest, smallest.toPlainString())
                .refuses(max.add(smallest), max.negate().subtract(smallest));
    }

    private static String sql(BigDecimal number) {
        return "'" + number.toPlainString() + "'";
    }
}
