package io.chconnect.codec.internal.value;

import io.chconnect.codec.column.BytesValues;
import io.chconnect.codec.column.Utf8;
import io.chconnect.error.ConversionException;
import io.chconnect.types.FixedStringType;
import java.util.Arrays;

/**
 * FixedString. Text is padded with zero bytes, and read without the zero bytes at its end, as the server's {@code toString}
 * shows it; byte arrays must have the exact length.
 */
public final class FixedStringValues implements BytesValues {
    private final FixedStringType type;

    public FixedStringValues(FixedStringType type) {
        this.type = type;
    }

    @Override
    public Object toObject(byte[] bytes, int offset) {
        int end = offset + type.length();
        while (end > offset && bytes[end - 1] == 0) {
            end--;
        }
        return Utf8.decode(bytes, offset, end);
    }

    @Override
    public void store(Object value, byte[] bytes, int offset) {
        byte[] content;
        if (value instanceof byte[] array) {
            content = array;
            if (content.length != type.length() && content.length != 0) {
                throw new ConversionException(
                        "a byte[] of length " + content.length + " does not match " + type.name());
            }
        } else if (value instanceof CharSequence charSequence) {
            content = Utf8.encode(charSequence);
            if (content.length > type.length()) {
                throw ConversionException.of(value, type.name(), "it has " + content.length + " bytes in UTF-8");
            }
        } else {
            throw ConversionException.of(value, type.name(), "expected a String or a byte[]");
        }
        Arrays.fill(bytes, offset, offset + type.length(), (byte) 0);
        System.arraycopy(content, 0, bytes, offset, content.length);
    }
}
