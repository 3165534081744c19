package io.chconnect.codec.internal.wire;

import io.chconnect.codec.ByteSource;
import io.chconnect.error.MalformedDataException;
import io.chconnect.types.binary.TypeInput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads the little-endian numbers, varints and arrays of the Native format. Arrays are allocated up to
 * {@link WireLimits#TRUSTED_BYTES} on the word of a header, beyond that only as data arrives. Not thread-safe.
 */
public final class WireReader implements TypeInput {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int STAGING_BYTES = 32 << 10;

    /** What a string of 127 bytes can touch: its length, itself, and the rest of its last eight bytes. */
    private static final int SHORT_STRING_ROOM = 1 + 128;

    private final ByteSource source;
    private final Deque<String> path = new ArrayDeque<>();
    private final ByteBuffer scratch = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private ByteBuffer window = NOTHING;
    private long windowEnd;
    private long columnStart;
    private long spentWithoutData;

    /** Where strings gather before their column gets an array of the right size: growing one for each column costs more. */
    private byte[] stringScratch = new byte[SHORT_STRING_ROOM];

    private byte[] staging = new byte[0];

    private final SpareArrays spares = new SpareArrays();

    public WireReader(ByteSource source) {
        this.source = source;
    }

    /** The arrays that what is read may be put into. */
    public SpareArrays spares() {
        return spares;
    }

    /** Bytes read so far. */
    public long offset() {
        return windowEnd - window.remaining();
    }

    /** Whether no byte is left; may wait for the next window. */
    public boolean atEnd() {
        return !window.hasRemaining() && !advance();
    }

    /** Goes one level deeper in the structure, at first into a column; what follows a failure is never read, so only success leaves it again. */
    public void enter(String step) {
        if (path.size() >= WireLimits.MAX_DEPTH) {
            throw malformed("more than " + WireLimits.MAX_DEPTH + " values within each other");
        }
        if (path.isEmpty()) {
            columnStart = offset();
            spentWithoutData = 0;
        }
        path.addLast(step);
    }

    /** Leaves the level entered last. */
    public void leave() {
        path.removeLast();
    }

    /** The exception for wrong bytes at this place. */
    @Override
    public MalformedDataException malformed(String problem) {
        return malformed(problem, null);
    }

    /** The exception for wrong bytes at this place. */
    public MalformedDataException malformed(String problem, @Nullable Throwable cause) {
        return new MalformedDataException(problem, offset(), String.join(" > ", path), false, cause);
    }

    /** An unsigned byte. */
    @Override
    public int readByte() {
        if (!window.hasRemaining()) {
            require();
        }
        return window.get() & 0xFF;
    }

    /** A 32-bit number. */
    public int readInt() {
        return window.remaining() >= Integer.BYTES
                ? window.getInt()
                : gather(Integer.BYTES).getInt();
    }

    /** A 64-bit number. */
    public long readLong() {
        return window.remaining() >= Long.BYTES
                ? window.getLong()
                : gather(Long.BYTES).getLong();
    }

    /** An unsigned LEB128 number of up to 64 bits. */
    @Override
    public long readVarInt() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                if (shift == 63 && next > 1) {
                    break;
                }
                return value;
            }
        }
        throw malformed("a varint of more than 64 bits");
    }

    /** A varint that counts something. */
    public int readCount(String what, int limit) {
        return checkCount(readVarInt(), what, limit);
    }

    /** A 64-bit number that counts something. */
    public int readLongCount(String what, int limit) {
        return checkCount(readLong(), what, limit);
    }

    /** The one place where a number from the wire becomes a count. */
    public int checkCount(long count, String what, int limit) {
        if (count < 0 || count > limit) {
            throw malformed(Long.toUnsignedString(count) + " " + what + ": expected 0 to " + limit);
        }
        return (int) count;
    }

    /** Says that a value will be made which does not stand in the data; few bytes of a column cannot ask for many of them. */
    public void spendWithoutData(long bytes) {
        spentWithoutData += bytes;
        long limit =
                WireLimits.MAX_BYTES_WITHOUT_DATA + (offset() - columnStart) * WireLimits.BYTES_WITHOUT_DATA_PER_BYTE;
        checkCount(
                spentWithoutData, "bytes of values that are not in the data", (int) Math.min(Integer.MAX_VALUE, limit));
    }

    /** The one place where a number from the wire becomes an index. */
    public int checkIndex(int index, int count, String what) {
        if (Integer.compareUnsigned(index, count) >= 0) {
            throw malformed("index " + Integer.toUnsignedString(index) + " into " + count + " " + what);
        }
        return index;
    }

    /** A length and as many bytes of UTF-8. */
    @Override
    public String readString() {
        byte[] bytes = readBytes(readCount("bytes of a name", WireLimits.MAX_NAME_BYTES));
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException e) {
            throw malformed("a name that is not UTF-8", e);
        }
    }

    /** Bytes. */
    @Override
    public byte[] readBytes(int count) {
        return readBytes(0, count);
    }

    /** Bytes, behind room for others at the start of their array of {@code count} bytes. */
    public byte[] readBytes(int room, int count) {
        byte[] spare = spares.take(byte[].class, count);
        byte[] values = spare != null ? spare : new byte[Math.min(count, WireLimits.TRUSTED_BYTES)];
        int done = room;
        while (true) {
            readBytes(values, done, values.length - done);
            done = values.length;
            if (done == count) {
                return values;
            }
            values = Arrays.copyOf(values, grown(done, count));
        }
    }

    /** Bytes into a part of an array. */
    public void readBytes(byte[] target, int from, int count) {
        int position = from;
        int end = from + count;
        while (position < end) {
            if (!window.hasRemaining()) {
                require();
            }
            int step = Math.min(end - position, window.remaining());
            window.get(target, position, step);
            position += step;
        }
    }

    /** 16-bit numbers. */
    public short[] readShorts(int count) {
        short[] spare = spares.take(short[].class, count);
        short[] values = spare != null ? spare : new short[Math.min(count, WireLimits.TRUSTED_BYTES / Short.BYTES)];
        int done = 0;
        while (true) {
            while (done < values.length) {
                int step = Math.min(values.length - done, window.remaining() / Short.BYTES);
                if (step == 0) {
                    values[done++] = gather(Short.BYTES).getShort();
                } else {
                    window.asShortBuffer().get(values, done, step);
                    window.position(window.position() + step * Short.BYTES);
                    done += step;
                }
            }
            if (done == count) {
                return values;
            }
            values = Arrays.copyOf(values, grown(done, count));
        }
    }

    /** 32-bit numbers. */
    public int[] readInts(int count) {
        int[] spare = spares.take(int[].class, count);
        int[] values = spare != null ? spare : new int[Math.min(count, WireLimits.TRUSTED_BYTES / Integer.BYTES)];
        int done = 0;
        while (true) {
            while (done < values.length) {
                int step = Math.min(values.length - done, window.remaining() / Integer.BYTES);
                if (step == 0) {
                    values[done++] = gather(Integer.BYTES).getInt();
                } else {
                    window.asIntBuffer().get(values, done, step);
                    window.position(window.position() + step * Integer.BYTES);
                    done += step;
                }
            }
            if (done == count) {
                return values;
            }
            values = Arrays.copyOf(values, grown(done, count));
        }
    }

    /** 64-bit numbers. */
    public long[] readLongs(int count) {
        long[] spare = spares.take(long[].class, count);
        long[] values = spare != null ? spare : new long[Math.min(count, WireLimits.TRUSTED_BYTES / Long.BYTES)];
        int done = 0;
        while (true) {
            while (done < values.length) {
                int step = Math.min(values.length - done, window.remaining() / Long.BYTES);
                if (step == 0) {
                    values[done++] = gather(Long.BYTES).getLong();
                } else {
                    window.asLongBuffer().get(values, done, step);
                    window.position(window.position() + step * Long.BYTES);
                    done += step;
                }
            }
            if (done == count) {
                return values;
            }
            values = Arrays.copyOf(values, grown(done, count));
        }
    }

    /** 32-bit floating point numbers. */
    public float[] readFloats(int count) {
        float[] spare = spares.take(float[].class, count);
        float[] values = spare != null ? spare : new float[Math.min(count, WireLimits.TRUSTED_BYTES / Float.BYTES)];
        int done = 0;
        while (true) {
            while (done < values.length) {
                int step = Math.min(values.length - done, window.remaining() / Float.BYTES);
                if (step == 0) {
                    values[done++] = gather(Float.BYTES).getFloat();
                } else {
                    window.asFloatBuffer().get(values, done, step);
                    window.position(window.position() + step * Float.BYTES);
                    done += step;
                }
            }
            if (done == count) {
                return values;
            }
            values = Arrays.copyOf(values, grown(done, count));
        }
    }

    /** 64-bit floating point numbers. */
    public double[] readDoubles(int count) {
        double[] spare = spares.take(double[].class, count);
        double[] values = spare != null ? spare : new double[Math.min(count, WireLimits.TRUSTED_BYTES / Double.BYTES)];
        int done = 0;
        while (true) {
            while (done < values.length) {
                int step = Math.min(values.length - done, window.remaining() / Double.BYTES);
                if (step == 0) {
                    values[done++] = gather(Double.BYTES).getDouble();
                } else {
                    window.asDoubleBuffer().get(values, done, step);
                    window.position(window.position() + step * Double.BYTES);
                    done += step;
                }
            }
            if (done == count) {
                return values;
            }
            values = Arrays.copyOf(values, grown(done, count));
        }
    }

    /** Takes the strings of a column: their bytes one after the other, and where each starts and the last one ends. */
    @FunctionalInterface
    public interface Strings<T> {
        T of(byte[] bytes, int[] offsets);
    }

    /** Strings, each a length and as many bytes. */
    public <T> T readStrings(int count, Strings<T> strings) {
        int[] spare = spares.take(int[].class, count + 1);
        int[] offsets = spare != null ? spare : new int[Math.min(count, WireLimits.TRUSTED_BYTES / Integer.BYTES) + 1];
        offsets[0] = 0;
        byte[] bytes = stringScratch;
        int done = 0;
        while (done < count) {
            if (done + 1 == offsets.length) {
                offsets = Arrays.copyOf(offsets, (int) Math.min(count + 1L, offsets.length * 2L));
            }
            int fast = readShortStrings(bytes, offsets, done, Math.min(count, offsets.length - 1));
            if (fast > done) {
                done = fast;
            } else {
                bytes = readOneString(bytes, offsets, done++);
            }
        }
        if (bytes.length <= WireLimits.TRUSTED_BYTES) {
            stringScratch = bytes;
            return strings.of(copy(bytes, offsets[count]), offsets);
        }
        return strings.of(bytes, offsets);
    }

    private byte[] copy(byte[] bytes, int length) {
        byte[] spare = spares.takeTexts(length);
        if (spare == null) {
            return Arrays.copyOf(bytes, length);
        }
        System.arraycopy(bytes, 0, spare, 0, length);
        return spare;
    }

    /**
     * Strings below 128 bytes that are whole in the window, as long as the arrays have room. They are copied eight bytes at a
     * time, which may write up to seven bytes too many: they lie behind the last string and are overwritten by the next.
     */
    private int readShortStrings(byte[] bytes, int[] offsets, int from, int to) {
        byte[] in;
        int start;
        int available = window.remaining();
        if (window.hasArray()) {
            in = window.array();
            start = window.arrayOffset() + window.position();
        } else {
            // An array is read several times faster than single bytes of direct memory, even with the copy.
            available = Math.min(available, STAGING_BYTES);
            in = staging.length == 0 ? new byte[STAGING_BYTES] : staging;
            staging = in;
            start = 0;
            window.get(window.position(), in, 0, available);
        }
        int position = start;
        int lastPosition = start + available - SHORT_STRING_ROOM;
        int end = offsets[from];
        int lastEnd = bytes.length - SHORT_STRING_ROOM;
        int i = from;
        while (i < to && position <= lastPosition && end <= lastEnd) {
            int length = in[position];
            if (length < 0) {
                break;
            }
            position++;
            LONGS.set(bytes, end, (long) LONGS.get(in, position));
            for (int copied = Long.BYTES; copied < length; copied += Long.BYTES) {
                LONGS.set(bytes, end + copied, (long) LONGS.get(in, position + copied));
            }
            position += length;
            end += length;
            offsets[++i] = end;
        }
        window.position(window.position() + position - start);
        return i;
    }

    private byte[] readOneString(byte[] bytes, int[] offsets, int index) {
        int end = offsets[index];
        int length = readCount("bytes of a string", WireLimits.MAX_STRING_BYTES);
        byte[] target = bytes;
        if (length > bytes.length - end) {
            target = readGrowing(bytes, end, length);
        } else {
            readBytes(bytes, end, length);
        }
        offsets[index + 1] = end + length;
        return target;
    }

    private byte[] readGrowing(byte[] bytes, int from, int length) {
        int end = checkCount(
                (long) from + length,
                "bytes of strings in one column, lower max_block_size,",
                WireLimits.MAX_STRING_BYTES);
        byte[] grown = bytes;
        int done = from;
        while (done < end) {
            if (done == grown.length) {
                grown = Arrays.copyOf(
                        grown, (int) Math.min(WireLimits.MAX_STRING_BYTES, Math.max(64, grown.length * 2L)));
            }
            int step = Math.min(end, grown.length) - done;
            readBytes(grown, done, step);
            done += step;
        }
        return grown;
    }

    /** How long an array becomes that is full and not yet all. */
    public static int grown(int done, int count) {
        return (int) Math.min(count, done * 2L);
    }

    private ByteBuffer gather(int bytes) {
        scratch.clear();
        readBytes(scratch.array(), 0, bytes);
        return scratch;
    }

    private void require() {
        if (!advance()) {
            throw new MalformedDataException(
                    "the data ends in the middle of a block", offset(), String.join(" > ", path), true, null);
        }
    }

    private boolean advance() {
        ByteBuffer next = source.next();
        if (next == null) {
            return false;
        }
        window = next.order(ByteOrder.LITTLE_ENDIAN);
        windowEnd += next.remaining();
        return true;
    }
}
