package io.chconnect.types.binary;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Types as arrays of bytes. */
final class BinaryText {
    private BinaryText() {}

    /** Says where the bytes were no type, or ended. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String problem) {
            super(problem);
        }
    }

    static final class Input implements TypeInput {
        private final byte[] bytes;
        private int position;

        Input(byte[] bytes) {
            this.bytes = bytes;
        }

        int position() {
            return position;
        }

        @Override
        public int readByte() {
            if (position == bytes.length) {
                throw new Malformed("end");
            }
            return bytes[position++] & 0xFF;
        }

        @Override
        public long readVarInt() {
            long value = 0;
            int shift = 0;
            int next;
            do {
                next = readByte();
                value |= (long) (next & 0x7F) << shift;
                shift += 7;
            } while (next >= 0x80 && shift < 64);
            return value;
        }

        @Override
        public byte[] readBytes(int count) {
            if (count > bytes.length - position) {
                throw new Malformed("end");
            }
            position += count;
            return Arrays.copyOfRange(bytes, position - count, position);
        }

        @Override
        public String readString() {
            long length = readVarInt();
            if (length < 0 || length > bytes.length - position) {
                throw new Malformed("end");
            }
            return new String(readBytes((int) length), StandardCharsets.UTF_8);
        }

        @Override
        public RuntimeException malformed(String problem) {
            return new Malformed(problem);
        }
    }

    static final class Output implements TypeOutput {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        byte[] bytes() {
            return bytes.toByteArray();
        }

        @Override
        public void writeByte(int value) {
            bytes.write(value);
        }

        @Override
        public void writeVarInt(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest | 0x80) & 0xFF);
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }

        @Override
        public void writeString(String value) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            writeVarInt(utf8.length);
            bytes.writeBytes(utf8);
        }
    }
}
