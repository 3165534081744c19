package io.chconnect.jdbc.internal.sql;

/** Names in quotes. */
final class Quoting {
    private Quoting() {}

    /** The name behind quotes; a plain name as it is. */
    static String unquote(String name) {
        char quote = name.charAt(0);
        if (quote != '`' && quote != '"' && quote != '\u201C') {
            return name;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < name.length() - 1; i++) {
            char c = name.charAt(i);
            if ((c == '\\' || c == quote) && i + 1 < name.length() - 1) {
                i++;
                c = name.charAt(i);
            }
            out.append(c);
        }
        return out.toString();
    }
}
