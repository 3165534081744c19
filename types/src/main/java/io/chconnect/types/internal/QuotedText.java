package io.chconnect.types.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text between quotes, decoded: a backslash escapes, a doubled quote stands for itself.
 *
 * @param value the decoded text; empty on an error
 * @param end the index after the closing quote
 * @param error what is wrong, or null
 */
record QuotedText(String value, int end, @Nullable String error) {
    /** Reads from the opening quote at an index. */
    static QuotedText read(String text, int start, char quote) {
        StringBuilder out = new StringBuilder();
        int i = start + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == quote) {
                if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    out.append(quote);
                    i += 2;
                    continue;
                }
                return new QuotedText(out.toString(), i + 1, null);
            }
            if (c != '\\') {
                out.append(c);
                i++;
            } else if (text.startsWith("x", i + 1)) {
                int next = bytes(text, i, out);
                if (next < 0) {
                    return new QuotedText("", i, "expected UTF-8 bytes of two hexadecimal digits each after \\x");
                }
                i = next;
            } else if (i + 1 < text.length()) {
                escape(out, text.charAt(i + 1));
                i += 2;
            } else {
                break;
            }
        }
        return new QuotedText("", i, "the quote " + quote + " is not closed");
    }

    /** Adjacent {@code \x..} bytes are decoded together: a character may need several. */
    private static int bytes(String text, int start, StringBuilder out) {
        int end = start;
        while (text.startsWith("\\x", end)) {
            end += 4;
        }
        ByteBuffer bytes = ByteBuffer.allocate((end - start) / 4);
        int i = start;
        while (i < end) {
            int high = i + 3 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            int low = i + 3 < text.length() ? Character.digit(text.charAt(i + 3), 16) : -1;
            if (high < 0 || low < 0) {
                return -1;
            }
            bytes.put((byte) ((high << 4) | low));
            i += 4;
        }
        try {
            out.append(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()));
            return i;
        } catch (CharacterCodingException e) {
            return -1;
        }
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case 'a' -> out.append('\u0007');
            case 'b' -> out.append('\b');
            case 'e' -> out.append('\u001b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'v' -> out.append('\u000b');
            case '0' -> out.append('\0');
            case 'N' -> {}
            case '\\', '\'', '"', '`', '/', '=' -> out.append(c);
            default -> out.append('\\').append(c);
        }
    }
}
