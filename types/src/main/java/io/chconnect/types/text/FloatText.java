package io.chconnect.types.text;

/**
 * The text of floating point numbers: the shortest digits that read back as the same number, and of those the closest.
 *
 * <p>The server writes the same digits, and in the same form: plain up to 21 digits before the point and down to
 * {@code 0.000001}, with an exponent ({@code 1.5e-7}) beyond. {@link Double#toString} has other forms, and before Java 19
 * other digits.
 */
public final class FloatText {
    /** Numbers with more digits before the point have an exponent. */
    private static final int MAX_INTEGER_DIGITS = 21;

    /** Numbers with more zeros after the point have an exponent. */
    private static final int MAX_LEADING_ZEROS = 5;

    /** Integers below are written directly; a float has all of them. */
    private static final long SMALL = 1 << 24;

    private FloatText() {}

    /**
     * The text of a Float64.
     *
     * @param value any number
     * @return for example {@code 0.1}, {@code 1e21}, {@code -0}, {@code nan}, {@code -inf}
     */
    public static String of(double value) {
        StringBuilder out = new StringBuilder(24);
        append(out, value);
        return out.toString();
    }

    /**
     * The text of a Float32 or BFloat16.
     *
     * @param value any number
     * @return for example {@code 0.1}, {@code 1e21}, {@code -0}, {@code nan}, {@code -inf}
     */
    public static String of(float value) {
        StringBuilder out = new StringBuilder(16);
        append(out, value);
        return out.toString();
    }

    /**
     * Appends the text of a Float64.
     *
     * @param out where to
     * @param value any number
     */
    public static void append(StringBuilder out, double value) {
        if (appendSpecial(out, value)) {
            return;
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7ff;
        long fraction = bits & 0xf_ffff_ffff_ffffL;
        if (exponent == 0) {
            appendShortest(out, fraction, -1074, false);
        } else {
            appendShortest(out, fraction | (1L << 52), exponent - 1075, fraction == 0 && exponent > 1);
        }
    }

    /**
     * Appends the text of a Float32 or BFloat16.
     *
     * @param out where to
     * @param value any number
     */
    public static void append(StringBuilder out, float value) {
        if (appendSpecial(out, value)) {
            return;
        }
        int bits = Float.floatToRawIntBits(value);
        int exponent = (bits >>> 23) & 0xff;
        int fraction = bits & 0x7f_ffff;
        if (exponent == 0) {
            appendShortest(out, fraction, -149, false);
        } else {
            appendShortest(out, fraction | (1 << 23), exponent - 150, fraction == 0 && exponent > 1);
        }
    }

    /** Appends the sign, and all of a number that is not finite, zero, or a small integer; true if that was all. */
    private static boolean appendSpecial(StringBuilder out, double value) {
        if (Double.isNaN(value)) {
            out.append("nan");
            return true;
        }
        long integer = (long) value;
        if (integer == value && integer > -SMALL && integer < SMALL && (integer != 0 || 1 / value > 0)) {
            out.append(integer);
            return true;
        }
        if (value < 0 || (value == 0 && 1 / value < 0)) {
            out.append('-');
        }
        if (value == 0) {
            out.append('0');
            return true;
        }
        if (Double.isInfinite(value)) {
            out.append("inf");
            return true;
        }
        return false;
    }

    private static void appendShortest(StringBuilder out, long significand, int exponent, boolean closerBelow) {
        int scale = ShortestDecimal.scale(exponent, closerBelow);
        long digits = ShortestDecimal.digits(significand, exponent, closerBelow, scale);
        while (digits % 10 == 0) {
            digits /= 10;
            scale++;
        }
        int start = out.length();
        out.append(digits);
        int count = out.length() - start;
        int point = count + scale;
        if (point > MAX_INTEGER_DIGITS || point < -MAX_LEADING_ZEROS) {
            if (count > 1) {
                out.insert(start + 1, '.');
            }
            out.append('e').append(point - 1);
        } else if (point <= 0) {
            out.insert(start, "0.000000", 0, 2 - point);
        } else if (point < count) {
            out.insert(start + point, '.');
        } else {
            for (int i = count; i < point; i++) {
                out.append('0');
            }
        }
    }
}
