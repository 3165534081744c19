package io.chconnect.types.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.types.Resources;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The texts of floats. {@code float-texts.tsv} is a sample of 6.3 million that were compared with the engine's {@code
 * toString} once: kind (double, float, BFloat16 shifted to a float), bits, text.
 */
class FloatTextTest {
    private static final long SEED = 4711;

    @Test
    void textsAreThoseOfTheServer() {
        List<String> mismatches = new ArrayList<>();
        for (String line : Resources.lines("/io/chconnect/types/float-texts.tsv")) {
            List<String> fields = Resources.fields(line);
            long bits = Long.parseUnsignedLong(fields.get(1));
            String text = fields.get(0).equals("d")
                    ? FloatText.of(Double.longBitsToDouble(bits))
                    : FloatText.of(Float.intBitsToFloat((int) bits));
            if (!text.equals(fields.get(2))) {
                mismatches.add(line + " gives " + text);
            }
        }
        assertThat(mismatches).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "-1, -1",
        "16777215, 16777215",
        "16777216, 16777216",
        "-16777216, -16777216",
        "1e20, 100000000000000000000",
        "123456789012345678912, 123456789012345680000",
        "999999999999999900000, 999999999999999900000",
        "1e21, 1e21",
        "1.2e22, 1.2e22",
        "-1.5e300, -1.5e300",
        "0.5, 0.5",
        "0.000001, 0.000001",
        "0.00000123, 0.00000123",
        "0.0000001, 1e-7",
        "1.5e-7, 1.5e-7",
        "9.5367431640625e-07, 9.5367431640625e-7",
        "0.1, 0.1",
        "123.456, 123.456",
        "9007199254740993, 9007199254740992",
        "12345678901234567, 12345678901234568",
        "-9223372036854775808, -9223372036854776000",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "4.9e-324, 5e-324",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "NaN, nan",
        "Infinity, inf",
        "-Infinity, -inf"
    })
    void doubles(double value, String text) {
        assertThat(FloatText.of(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "-0.0, -0",
        "16777216, 16777216",
        "33554430, 33554430",
        "1e10, 10000000000",
        "1e20, 100000000000000000000",
        "1e21, 1e21",
        "3.4028235e38, 3.4028235e38",
        "1e-45, 1e-45",
        "3.140625, 3.140625",
        "-9223372036854775808, -9223372000000000000",
        "NaN, nan",
        "Infinity, inf"
    })
    void floats(float value, String text) {
        assertThat(FloatText.of(value)).isEqualTo(text);
    }

    @Test
    void appendsAfterOtherText() {
        StringBuilder out = new StringBuilder("0.");
        FloatText.append(out, 1.25e-9);
        FloatText.append(out.append(' '), 0.001);
        FloatText.append(out.append(' '), 2.5f);
        FloatText.append(out.append(' '), 1e20f);
        assertThat(out).hasToString("0.1.25e-9 0.001 2.5 100000000000000000000");
    }

    /** Read back the same; no shorter text does; of those as short, it is the closest. */
    @Test
    void doublesAreShortestAndClosest() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value) && value != 0) {
                String text = FloatText.of(value);
                assertThat(Double.parseDouble(text)).as("seed %d", SEED).isEqualTo(value);
                BigDecimal exact = new BigDecimal(value);
                BigDecimal shown = new BigDecimal(text);
                int digits = shown.stripTrailingZeros().precision();
                BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
                if (rounded.doubleValue() == value) {
                    assertThat(shown).as("seed %d, %s", SEED, text).isEqualByComparingTo(rounded);
                }
                if (digits > 1) {
                    for (RoundingMode mode : List.of(RoundingMode.DOWN, RoundingMode.UP)) {
                        assertThat(exact.round(new MathContext(digits - 1, mode))
                                        .doubleValue())
                                .as("seed %d, shorter than %s", SEED, text)
                                .isNotEqualTo(value);
                    }
                }
            }
        }
    }

    @Test
    void floatsReadBackTheSame() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                assertThat(Float.parseFloat(FloatText.of(value)))
                        .as("seed %d", SEED)
                        .isEqualTo(value);
            }
        }
    }
}
