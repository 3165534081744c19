package io.chconnect.codec.internal.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * CityHash128 of version 1.0.2, the checksum of compressed frames ({@code contrib/cityhash102} of ClickHouse). Later versions
 * of CityHash give other results. An instance computes one hash at a time. Not thread-safe.
 */
public final class CityHash128 {
    private static final long K0 = 0xc3a5c85c97cb3127L;
    private static final long K1 = 0xb492b66fbe98f273L;
    private static final long K2 = 0x9ae16a3b2f90404fL;
    private static final long K3 = 0xc949d7c7509e6557L;
    private static final long MIX = 0x9ddfea08eb382d69L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private long low;
    private long high;
    private long pairFirst;
    private long pairSecond;

    /** Computes the hash of a part of an array, of at least 8 bytes: a frame has a header of 9. */
    public void update(byte[] bytes, int from, int length) {
        if (length >= 16) {
            hash(bytes, from + 16, length - 16, word(bytes, from) ^ K3, word(bytes, from + 8));
        } else {
            murmur(bytes, from, 0, word(bytes, from) ^ (length * K0), word(bytes, from + length - 8) ^ K1);
        }
    }

    /** The half that is stored first. */
    public long low() {
        return low;
    }

    /** The half that is stored second. */
    public long high() {
        return high;
    }

    private void hash(byte[] bytes, int from, int length, long seedLow, long seedHigh) {
        if (length < 128) {
            murmur(bytes, from, length, seedLow, seedHigh);
            return;
        }
        long x = seedLow;
        long y = seedHigh;
        long z = length * K1;
        long v1 = Long.rotateRight(y ^ K1, 49) * K1 + word(bytes, from);
        long v2 = Long.rotateRight(v1, 42) * K1 + word(bytes, from + 8);
        long w1 = Long.rotateRight(y + z, 35) * K1 + x;
        long w2 = Long.rotateRight(x + word(bytes, from + 88), 53) * K1;
        int at = from;
        int rest = length;
        while (rest >= 128) {
            for (int half = 0; half < 2; half++) {
                x = Long.rotateRight(x + y + v1 + word(bytes, at + 16), 37) * K1;
                y = Long.rotateRight(y + v2 + word(bytes, at + 48), 42) * K1;
                x ^= w2;
                y ^= v1;
                z = Long.rotateRight(z ^ w1, 33);
                weakHash(bytes, at, v2 * K1, x + w1);
                v1 = pairFirst;
                v2 = pairSecond;
                weakHash(bytes, at + 32, z + w2, y);
                w1 = pairFirst;
                w2 = pairSecond;
                long swapped = z;
                z = x;
                x = swapped;
                at += 64;
            }
            rest -= 128;
        }
        y += Long.rotateRight(w1, 37) * K0 + z;
        x += Long.rotateRight(v1 + z, 49) * K0;
        for (int tail = 32; tail < rest + 32; tail += 32) {
            y = Long.rotateRight(y - x, 42) * K0 + v2;
            w1 += word(bytes, at + rest - tail + 16);
            x = Long.rotateRight(x, 49) * K0 + w1;
            w1 += v1;
            weakHash(bytes, at + rest - tail, v1, v2);
            v1 = pairFirst;
            v2 = pairSecond;
        }
        x = mix(x, v1);
        y = mix(y, w1);
        low = mix(x + v2, w2) + y;
        high = mix(x + w2, y + v2);
    }

    private void murmur(byte[] bytes, int from, int length, long seedLow, long seedHigh) {
        long a = seedLow;
        long b = seedHigh;
        long c;
        long d;
        if (length <= 16) {
            a = shiftMix(a * K1) * K1;
            c = b * K1 + hashShort(bytes, from, length);
            d = shiftMix(a + (length >= 8 ? word(bytes, from) : c));
        } else {
            c = mix(word(bytes, from + length - 8) + K1, a);
            d = mix(b + length, c + word(bytes, from + length - 16));
            a += d;
            int at = from;
            for (int rest = length - 16; rest > 0; rest -= 16) {
                a = (a ^ (shiftMix(word(bytes, at) * K1) * K1)) * K1;
                b ^= a;
                c = (c ^ (shiftMix(word(bytes, at + 8) * K1) * K1)) * K1;
                d ^= c;
                at += 16;
            }
        }
        a = mix(a, c);
        b = mix(d, b);
        low = a ^ b;
        high = mix(b, a);
    }

    private void weakHash(byte[] bytes, int at, long seedA, long seedB) {
        long a = seedA + word(bytes, at);
        long b = Long.rotateRight(seedB + a + word(bytes, at + 24), 21);
        long c = a;
        a += word(bytes, at + 8) + word(bytes, at + 16);
        b += Long.rotateRight(a, 44);
        pairFirst = a + word(bytes, at + 24);
        pairSecond = b + c;
    }

    private static long hashShort(byte[] bytes, int from, int length) {
        if (length > 8) {
            long a = word(bytes, from);
            long b = word(bytes, from + length - 8);
            return mix(a, Long.rotateRight(b + length, length)) ^ b;
        }
        if (length >= 4) {
            return mix(length + (halfWord(bytes, from) << 3), halfWord(bytes, from + length - 4));
        }
        if (length > 0) {
            int first = bytes[from] & 0xFF;
            int middle = bytes[from + (length >> 1)] & 0xFF;
            int last = bytes[from + length - 1] & 0xFF;
            return shiftMix(((first + (middle << 8)) * K2) ^ ((length + (last << 2)) * K3)) * K2;
        }
        return K2;
    }

    private static long mix(long u, long v) {
        long a = (u ^ v) * MIX;
        a ^= a >>> 47;
        long b = (v ^ a) * MIX;
        b ^= b >>> 47;
        return b * MIX;
    }

    private static long shiftMix(long value) {
        return value ^ (value >>> 47);
    }

    private static long word(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    private static long halfWord(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at) & 0xFFFFFFFFL;
    }
}
