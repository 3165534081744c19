package io.chconnect.types.internal;

import java.util.Locale;
import java.util.Set;

/** Quoting by the server's rules. */
public final class Quoting {
    /** Names that the server puts into backticks although they are plain words. */
    private static final Set<String> RESERVED = Set.of("all", "distinct", "from", "null", "select", "table", "values");

    private Quoting() {}

    /**
     * A text as the server prints it within a type name or a container.
     *
     * @param text any text
     * @return the text in single quotes
     */
    public static String string(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        append(out, text, '\'');
        return out.toString();
    }

    /**
     * A name in backticks.
     *
     * @param name any text
     * @return the name, quoted in any case
     */
    public static String backticks(String name) {
        StringBuilder out = new StringBuilder(name.length() + 2);
        append(out, name, '`');
        return out.toString();
    }

    /**
     * A name as the server prints it: in backticks only if it needs them.
     *
     * @param name any text
     * @return the name, quoted if it is not a plain word, or a word the server reserves
     */
    public static String identifier(String name) {
        return isWord(name) && !RESERVED.contains(name.toLowerCase(Locale.ROOT)) ? name : backticks(name);
    }

    /**
     * Appends a quoted text.
     *
     * @param out where to
     * @param text any text
     * @param quote the character around it, which is escaped inside
     */
    public static void append(StringBuilder out, CharSequence text, char quote) {
        out.append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote || c == '\\') {
                out.append('\\').append(c);
            } else if (c > '\r') {
                out.append(c);
            } else {
                appendControl(out, c);
            }
        }
        out.append(quote);
    }

    private static void appendControl(StringBuilder out, char c) {
        switch (c) {
            case '\0' -> out.append("\\0");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append(c);
        }
    }

    private static boolean isWord(String name) {
        if (name.isEmpty() || isDigit(name.charAt(0))) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isWordCharacter(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isWordCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
