package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.BytesValues;
import io.chconnect.error.ConversionException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** UUID: two 64-bit numbers, the high half first, each little-endian. */
public final class UUIDValues implements BytesValues {
    @Override
    public Object toObject(byte[] bytes, int offset) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new UUID(buffer.getLong(offset), buffer.getLong(offset + Long.BYTES));
    }

    @Override
    public void store(Object value, byte[] bytes, int offset) {
        UUID uuid;
        if (value instanceof UUID uuid2) {
            uuid = uuid2;
        } else if (value instanceof CharSequence) {
            uuid = parse(value.toString());
        } else {
            throw ConversionException.of(value, "UUID", "expected a UUID or text");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset, uuid.getMostSignificantBits());
        buffer.putLong(offset + Long.BYTES, uuid.getLeastSignificantBits());
    }

    private static UUID parse(String text) {
        String digits = text;
        if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            digits = text.replace("-", "");
        }
        if (!digits.matches("[0-9a-fA-F]{32}")) {
            throw ConversionException.of(text, "UUID", "expected 32 hexadecimal digits, with four dashes or none");
        }
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }
}
