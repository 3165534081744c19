package io.chconnect.types.text;

import java.math.BigInteger;

/**
 * The shortest decimal within the rounding interval of a binary number, and of those the closest to it.
 *
 * <p>With {@code v = c · 2^q}, all decimals that read back as v lie between the midpoints to its neighbours. At the scale
 * {@code 10^k} with {@code 10^k ≤ 2^q < 10^(k+1)} the interval holds at least one multiple of {@code 10^k} and at most one
 * multiple of {@code 10^(k+1)}, so that only four candidates have to be compared with the midpoints. All comparisons are
 * made on {@code 4v / 10^k} and the midpoints, scaled likewise, as integers whose last bit is set when something was cut off
 * ("round to odd"). 126 bits of {@code 10^-k} are enough for these to come out right for every Float64; this is the
 * observation of R. Giulietti's "The Schubfach way to render doubles".
 */
final class ShortestDecimal {
    /** The range of {@code -k} for Float64. */
    private static final int MIN_POWER = -292;

    private static final int MAX_POWER = 324;

    /** For each power n: {@code floor(10^n · 2^-r) + 1} with r such that it has 126 bits; high and low half. */
    private static final long[] POWERS = powers();

    private ShortestDecimal() {}

    /** The k for numbers with the exponent q; where the lower neighbour is closer, the interval is three quarters as wide. */
    static int scale(int q, boolean closerBelow) {
        // floor(q · log10(2)), and floor(q · log10(2) + log10(3/4)).
        return (int) ((q * 661_971_961_083L + (closerBelow ? -274_743_187_321L : 0)) >> 41);
    }

    /** The digits d such that {@code d · 10^k} is the decimal wanted. They may end in zeros. */
    static long digits(long c, int q, boolean closerBelow, int k) {
        long even = 1 - (c & 1);
        // Twice 4v and the midpoints are odd multiples at most, thus all three are integers.
        long value = scaled(c << 2, q, k);
        long lower = scaled((c << 2) - (closerBelow ? 1 : 2), q, k);
        long upper = scaled((c << 2) + 2, q, k);
        // The midpoints themselves read back as v only if c is even.
        long minimum = lower + 1 - even;
        long maximum = upper - 1 + even;

        long floor = value >> 2;
        if (floor >= 10) {
            long shorter = floor / 10 * 10;
            boolean below = (shorter << 2) >= minimum;
            boolean above = ((shorter + 10) << 2) <= maximum;
            if (below != above) {
                return below ? shorter : shorter + 10;
            }
        }
        boolean below = (floor << 2) >= minimum;
        boolean above = ((floor + 1) << 2) <= maximum;
        if (below != above) {
            return below ? floor : floor + 1;
        }
        long distance = value - ((2 * floor + 1) << 1);
        boolean down = distance < 0 || (distance == 0 && (floor & 1) == 0);
        return down ? floor : floor + 1;
    }

    /** {@code x · 2^q / 10^k}, cut off, with the last bit set when it was not exact. */
    private static long scaled(long x, int q, int k) {
        int index = (-k - MIN_POWER) * 2;
        long high = POWERS[index];
        long low = POWERS[index + 1];
        long factor = x << (q + log2Of10ToThe(-k) + 2);
        // The product, without its lowest 64 bits, which only hold the error of the power.
        long middle = high * factor;
        long top = Math.multiplyHigh(high, factor);
        long carry = Math.multiplyHigh(low, factor) + ((low >> 63) & factor);
        middle += carry;
        if (Long.compareUnsigned(middle, carry) < 0) {
            top++;
        }
        long result = (top << 1) | (middle >>> 63);
        return (middle << 1) == 0 ? result : result | 1;
    }

    /** {@code floor(log2(10^n))}. */
    private static int log2Of10ToThe(int n) {
        return (int) ((n * 913_124_641_741L) >> 38);
    }

    private static long[] powers() {
        long[] powers = new long[(MAX_POWER - MIN_POWER + 1) * 2];
        BigInteger power = BigInteger.ONE;
        for (int n = 0; n <= MAX_POWER; n++) {
            int shift = log2Of10ToThe(n) - 125;
            store(powers, n, shift >= 0 ? power.shiftRight(shift) : power.shiftLeft(-shift));
            if (n > 0 && -n >= MIN_POWER) {
                store(
                        powers,
                        -n,
                        BigInteger.ONE.shiftLeft(125 - log2Of10ToThe(-n)).divide(power));
            }
            power = power.multiply(BigInteger.TEN);
        }
        return powers;
    }

    private static void store(long[] powers, int n, BigInteger floor) {
        BigInteger value = floor.add(BigInteger.ONE);
        powers[(n - MIN_POWER) * 2] = value.shiftRight(64).longValue();
        powers[(n - MIN_POWER) * 2 + 1] = value.longValue();
    }
}
