package io.chconnect.client.internal.parameter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Backslash escapes, of which the server knows the same ones in TabSeparated texts and within quotes. */
final class Escapes {
    private static final String HEXADECIMAL = "0123456789ABCDEF";

    private Escapes() {}

    static void appendText(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', '\'' -> out.append('\\').append(c);
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\0' -> out.append("\\0");
                default -> out.append(c);
            }
        }
    }

    /** Bytes that are UTF-8 stay readable; others are escaped one by one. */
    static void appendBytes(StringBuilder out, byte[] bytes) {
        try {
            appendText(
                    out,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            for (byte each : bytes) {
                out.append("\\x").append(HEXADECIMAL.charAt((each >> 4) & 0xF)).append(HEXADECIMAL.charAt(each & 0xF));
            }
        }
    }

    static void appendQuoted(StringBuilder out, String text) {
        out.append('\'');
        appendText(out, text);
        out.append('\'');
    }
}
