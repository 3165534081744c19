package io.chconnect.codec.internal.wire;

import io.chconnect.codec.ByteSink;
import io.chconnect.codec.column.Utf8;
import io.chconnect.error.ConversionException;
import io.chconnect.types.binary.TypeOutput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the little-endian numbers, varints and arrays of the Native format. Not thread-safe. */
public final class WireWriter implements TypeOutput {
    private static final int BUFFER_BYTES = 128 << 10;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** What a string of 127 bytes can touch: its length, itself, and the rest of its last eight bytes. */
    private static final int SHORT_STRING_ROOM = 1 + 128;

    /** Up to this length a loop over the characters is faster than the JDK's encoder with its array for each text. */
    private static final int SHORT_TEXT = 64;

    private final ByteSink sink;
    private final ByteBuffer buffer;

    public WireWriter(ByteSink sink) {
        this(sink, BUFFER_BYTES);
    }

    public WireWriter(ByteSink sink, int bufferBytes) {
        this.sink = sink;
        this.buffer = ByteBuffer.allocate(bufferBytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Hands everything to the sink. */
    public void flush() {
        if (buffer.position() > 0) {
            sink.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
    }

    /** The lowest eight bits. */
    @Override
    public void writeByte(int value) {
        room(1);
        buffer.put((byte) value);
    }

    /** A 32-bit number. */
    public void writeInt(int value) {
        room(Integer.BYTES);
        buffer.putInt(value);
    }

    /** A 64-bit number. */
    public void writeLong(long value) {
        room(Long.BYTES);
        buffer.putLong(value);
    }

    /** An unsigned LEB128 number. */
    @Override
    public void writeVarInt(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        buffer.put((byte) rest);
    }

    /** A length and the text in UTF-8. */
    @Override
    public void writeString(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeVarInt(bytes.length);
        writeBytes(bytes, 0, bytes.length);
    }

    /** Bytes of a part of an array. */
    public void writeBytes(byte[] bytes, int from, int count) {
        if (count <= buffer.remaining()) {
            buffer.put(bytes, from, count);
            return;
        }
        flush();
        if (count < buffer.capacity()) {
            buffer.put(bytes, from, count);
        } else {
            sink.write(bytes, from, count);
        }
    }

    /** Strings, each a length and as many bytes; {@code offsets} has one more element than there are strings. */
    public void writeStrings(byte[] bytes, int[] offsets, int count) {
        int i = 0;
        while (i < count) {
            int fast = writeShortStrings(bytes, offsets, i, count);
            if (fast > i) {
                i = fast;
            } else {
                int length = offsets[i + 1] - offsets[i];
                writeVarInt(length);
                writeBytes(bytes, offsets[i], length);
                i++;
            }
        }
    }

    /**
     * Strings below 128 bytes, as long as the buffer has room. They are copied eight bytes at a time, which may write up to
     * seven bytes too many: they lie behind the last string and are overwritten by what comes next.
     */
    private int writeShortStrings(byte[] bytes, int[] offsets, int from, int to) {
        room(SHORT_STRING_ROOM);
        byte[] out = buffer.array();
        int position = buffer.position();
        int lastPosition = out.length - SHORT_STRING_ROOM;
        int lastStart = bytes.length - SHORT_STRING_ROOM;
        int i = from;
        while (i < to && position <= lastPosition) {
            int start = offsets[i];
            int length = offsets[i + 1] - start;
            if (length > Byte.MAX_VALUE || start > lastStart) {
                break;
            }
            out[position++] = (byte) length;
            LONGS.set(out, position, (long) LONGS.get(bytes, start));
            for (int copied = Long.BYTES; copied < length; copied += Long.BYTES) {
                LONGS.set(out, position + copied, (long) LONGS.get(bytes, start + copied));
            }
            position += length;
            i++;
        }
        buffer.position(position);
        return i;
    }

    /** Java strings, each a length and its bytes in UTF-8. */
    public void writeTexts(String[] texts) {
        for (int i = 0; i < texts.length; i++) {
            String text = texts[i];
            if (text.length() > SHORT_TEXT || !writeAscii(text)) {
                byte[] encoded = encode(text, i);
                writeVarInt(encoded.length);
                writeBytes(encoded, 0, encoded.length);
            }
        }
    }

    /** Spares short texts an array of their own; false when the text is not ASCII, of which nothing is written then. */
    private boolean writeAscii(String text) {
        int length = text.length();
        room(1 + length);
        byte[] out = buffer.array();
        int position = buffer.position();
        out[position++] = (byte) length;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > '\u007f') {
                return false;
            }
            out[position + i] = (byte) c;
        }
        buffer.position(position + length);
        return true;
    }

    private static byte[] encode(String text, int row) {
        try {
            return Utf8.encode(text);
        } catch (ConversionException e) {
            throw e.atRow(row);
        }
    }

    /** 16-bit numbers. */
    public void writeShorts(short[] values) {
        for (int done = 0; done < values.length; ) {
            int step = step(values.length - done, Short.BYTES);
            buffer.asShortBuffer().put(values, done, step);
            done += skip(step, Short.BYTES);
        }
    }

    /** 32-bit numbers. */
    public void writeInts(int[] values) {
        for (int done = 0; done < values.length; ) {
            int step = step(values.length - done, Integer.BYTES);
            buffer.asIntBuffer().put(values, done, step);
            done += skip(step, Integer.BYTES);
        }
    }

    /** 64-bit numbers. */
    public void writeLongs(long[] values) {
        for (int done = 0; done < values.length; ) {
            int step = step(values.length - done, Long.BYTES);
            buffer.asLongBuffer().put(values, done, step);
            done += skip(step, Long.BYTES);
        }
    }

    /** 32-bit floating point numbers. */
    public void writeFloats(float[] values) {
        for (int done = 0; done < values.length; ) {
            int step = step(values.length - done, Float.BYTES);
            buffer.asFloatBuffer().put(values, done, step);
            done += skip(step, Float.BYTES);
        }
    }

    /** 64-bit floating point numbers. */
    public void writeDoubles(double[] values) {
        for (int done = 0; done < values.length; ) {
            int step = step(values.length - done, Double.BYTES);
            buffer.asDoubleBuffer().put(values, done, step);
            done += skip(step, Double.BYTES);
        }
    }

    private int step(int left, int width) {
        room(width);
        return Math.min(left, buffer.remaining() / width);
    }

    private int skip(int values, int width) {
        buffer.position(buffer.position() + values * width);
        return values;
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }
}
