package io.chconnect.testkit.types;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Strings and enums. */
final class TextRows {
    private TextRows() {}

    static List<TypeRow> rows() {
        return List.of(
                TypeRow.of(
                        "String",
                        "String; the bytes by `StringColumn.getBytes`",
                        "`CharSequence` without lone surrogates, `byte[]`",
                        TypeRow.NULLABLE,
                        "any bytes; a value that is not UTF-8 is an error as text, never replaced",
                        string()),
                TypeRow.of(
                        "FixedString(N)",
                        "String without the zero bytes at its end",
                        "`CharSequence` of at most N bytes in UTF-8, `byte[]` of exactly N bytes or none",
                        TypeRow.NULLABLE,
                        "N bytes, padded with zero bytes",
                        TypeSamples.of("FixedString(1)").value("'a'", "a", "a"),
                        TypeSamples.of("FixedString(6)")
                                .value("''", "", "", new byte[6], new byte[0])
                                .value("'abc'", "abc", "abc", bytes("abc\0\0\0"))
                                .value("'a\\0b'", "a\0b", "a\0b")
                                .value("'\u20ac\u20ac'", "\u20ac\u20ac", "\u20ac\u20ac")
                                .refuses("abcdefg", "\u20ac\u20ac\u20ac", new byte[5], new byte[7], 1)),
                TypeRow.of(
                        "Enum8(…)",
                        "String, the label",
                        "a label, a Java enum constant of that name, the number of a label",
                        TypeRow.NULLABLE,
                        "labels of numbers from -128 to 127",
                        TypeSamples.of("Enum8('a' = -128, 'b\\'c\\\\' = 0, '\u00e9' = 127)")
                                .value("'a'", "a", "a", -128, "a", CharBuffer.wrap("a"))
                                .value("'b\\'c\\\\'", "b'c\\", "b'c\\", (byte) 0, 0L)
                                .value("'\u00e9'", "\u00e9", "\u00e9", 127)
                                .refuses("x", 1, 1.5, true, "")),
                TypeRow.of(
                        "Enum16(…)",
                        "String, the label",
                        "a label, a Java enum constant of that name, the number of a label",
                        TypeRow.NULLABLE,
                        "labels of numbers from -32768 to 32767",
                        TypeSamples.of("Enum16('low' = -32768, '' = 1, 'high' = 32767)")
                                .value("'low'", "low", "low", -32768)
                                .value("''", "", "", 1)
                                .value("'high'", "high", "high", Level.high)
                                .refuses("LOW", 2, 65536 + 1, Level.other)));
    }

    private static TypeSamples string() {
        String hundred = "0123456789".repeat(10);
        return TypeSamples.of("String")
                .value("''", "", "", new byte[0])
                .value("'a'", "a", "a", bytes("a"), CharBuffer.wrap("a"))
                .value(
                        "'gr\u00fcn \u20ac \ud83d\ude00'",
                        "gr\u00fcn \u20ac \ud83d\ude00",
                        "gr\u00fcn \u20ac \ud83d\ude00")
                .value("'\\0\\t\\n\\\\\\''", "\0\t\n\\'", "\0\t\n\\'")
                .value("repeat('0123456789', 10)", hundred, hundred)
                .value("repeat('xyz', 50)", "xyz".repeat(50), "xyz".repeat(50))
                .refuses(1, 'c', "\ud800", List.of("a"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Labels as Java knows them. */
    private enum Level {
        high,
        other
    }
}
