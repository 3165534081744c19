package io.chconnect.codec.column;

import io.chconnect.error.ConversionException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** Bytes as text, by the one rule for bytes that are not UTF-8: an error, never a replacement character. */
public final class Utf8 {
    /** The order of the UTF-8 bytes of texts, in which the server sorts names. */
    public static final Comparator<String> BYTE_ORDER = (left, right) -> left.equals(right)
            ? 0
            : Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    private Utf8() {}

    /**
     * Decodes a text.
     *
     * @param bytes holds the text
     * @param from where it starts
     * @param to where it ends
     * @return the text
     * @throws ConversionException if the bytes are not UTF-8
     */
    public static String decode(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        // The decoder replaces what it cannot read by U+FFFD, which real texts hold only rarely.
        if (text.indexOf('\uFFFD') >= 0) {
            return decodeStrictly(bytes, from, to);
        }
        return text;
    }

    /**
     * Encodes a text.
     *
     * @param text the text
     * @return its bytes
     * @throws ConversionException if the text has an unpaired surrogate, for which there are no bytes
     */
    public static byte[] encode(CharSequence text) {
        String string = text.toString();
        byte[] encoded = string.getBytes(StandardCharsets.UTF_8);
        // An unpaired surrogate would silently become a question mark.
        for (int i = 0; i < string.length(); i++) {
            if (Character.isSurrogate(string.charAt(i))) {
                return encodeStrictly(string);
            }
        }
        return encoded;
    }

    private static String decodeStrictly(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ConversionException(
                    "a value of " + (to - from) + " bytes is not UTF-8 text: ask for its bytes (getBytes) instead");
        }
    }

    private static byte[] encodeStrictly(String text) {
        try {
            ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] encoded = new byte[buffer.remaining()];
            buffer.get(encoded);
            return encoded;
        } catch (CharacterCodingException e) {
            throw ConversionException.of(text, "UTF-8", "it has an unpaired surrogate");
        }
    }
}
