package io.chconnect.types.text;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.FixedStringType;
import io.chconnect.types.TypeKind;
import io.chconnect.types.internal.Quoting;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The text of strings, which are texts or bytes. */
final class BytesText {
    private BytesText() {}

    static void append(StringBuilder out, DataType type, Object value, boolean nested) {
        String text = text(type, value);
        if (nested) {
            Quoting.append(out, text + padding(type, value), '\'');
        } else {
            // At the top, the server cuts the padding of a FixedString.
            out.append(text, 0, type.kind() == TypeKind.FIXED_STRING ? unpaddedLength(text) : text.length());
        }
    }

    /** A FixedString with its padding. */
    static void appendPadded(StringBuilder out, FixedStringType type, Object value) {
        out.append(text(type, value)).append(padding(type, value));
    }

    /** A string as text; bytes that are not UTF-8 become {@code \xFF}. */
    static String text(DataType type, Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof byte[] bytes) {
            return decode(bytes);
        }
        throw ConversionException.of(value, "the text of a " + type.name(), "expected a String or byte[]");
    }

    /** The zero bytes that a FixedString has behind a text; bytes come with theirs. */
    private static String padding(DataType type, Object value) {
        return type instanceof FixedStringType fixed && value instanceof String text
                ? "\0".repeat(Math.max(0, fixed.length() - text.getBytes(StandardCharsets.UTF_8).length))
                : "";
    }

    private static int unpaddedLength(String text) {
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) == 0) {
            length--;
        }
        return length;
    }

    private static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        StringBuilder text = new StringBuilder(bytes.length);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            text.append(out.flip());
            out.clear();
            if (!result.isError()) {
                return text.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                text.append(String.format(Locale.ROOT, "\\x%02X", in.get()));
            }
            decoder.reset();
        }
    }
}
