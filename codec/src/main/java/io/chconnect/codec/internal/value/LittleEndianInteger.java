package io.chconnect.codec.internal.value;

import java.math.BigInteger;

/** Whole numbers of any width in two's complement, lowest byte first. */
final class LittleEndianInteger {
    private LittleEndianInteger() {}

    static BigInteger read(byte[] bytes, int offset, int width, boolean signed) {
        byte[] bigEndian = new byte[width];
        for (int i = 0; i < width; i++) {
            bigEndian[i] = bytes[offset + width - 1 - i];
        }
        return signed ? new BigInteger(bigEndian) : new BigInteger(1, bigEndian);
    }

    static void write(BigInteger number, byte[] bytes, int offset, int width) {
        byte[] bigEndian = number.toByteArray();
        byte sign = (byte) (number.signum() < 0 ? -1 : 0);
        for (int i = 0; i < width; i++) {
            int from = bigEndian.length - 1 - i;
            bytes[offset + i] = from >= 0 ? bigEndian[from] : sign;
        }
    }
}
