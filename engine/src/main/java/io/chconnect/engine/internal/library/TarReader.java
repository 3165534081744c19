package io.chconnect.engine.internal.library;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar archive to one member. Header blocks of 512 bytes hold the name (0, 100 bytes), the size in octal (124, 12
 * bytes), the sum of the header's bytes (148, 8 bytes), the kind (156), and in the ustar format a prefix of the name
 * (345, 155 bytes); the data follows, filled up to a multiple of 512; a block of zeros ends the archive.
 */
final class TarReader {
    private static final int BLOCK = 512;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_BYTES = 8;

    private final InputStream in;

    TarReader(InputStream in) {
        this.in = in;
    }

    /** The data of a regular file, or null when the archive does not hold it. The stream fails when the data is cut. */
    @Nullable
    Member find(String name) throws IOException {
        byte[] header = new byte[BLOCK];
        while (true) {
            if (in.readNBytes(header, 0, BLOCK) < BLOCK) {
                throw new EOFException("the archive ends without its end mark");
            }
            if (isZero(header)) {
                return null;
            }
            checkSum(header);
            long size = octal(header, 124, 12);
            char kind = (char) header[156];
            if ((kind == '0' || kind == 0) && name(header).equals(name)) {
                return new Member(new MemberStream(in, size), size);
            }
            in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
        }
    }

    /**
     * A file in the archive.
     *
     * @param data its bytes
     * @param size their count
     */
    record Member(InputStream data, long size) {}

    private static boolean isZero(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static void checkSum(byte[] header) throws IOException {
        int sum = CHECKSUM_BYTES * ' ';
        for (int i = 0; i < BLOCK; i++) {
            if (i < CHECKSUM || i >= CHECKSUM + CHECKSUM_BYTES) {
                sum += Byte.toUnsignedInt(header[i]);
            }
        }
        long expected = octal(header, CHECKSUM, CHECKSUM_BYTES);
        if (sum != expected) {
            throw new IOException("a tar header has the sum " + sum + " instead of " + expected);
        }
    }

    private static String name(byte[] header) {
        String prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
        return (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int offset, int length) throws IOException {
        String digits = text(header, offset, length).strip();
        try {
            return Long.parseUnsignedLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("a tar header holds \"" + digits + "\" where an octal number belongs", e);
        }
    }

    /** Ends after the member's size, and fails when the archive ends before. */
    private static final class MemberStream extends InputStream {
        private final InputStream in;
        private long left;

        MemberStream(InputStream in, long size) {
            this.in = in;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0 || length == 0) {
                return left == 0 ? -1 : 0;
            }
            int count = in.read(buffer, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new EOFException("the archive ends " + left + " bytes before the end of a file in it");
            }
            left -= count;
            return count;
        }
    }
}
