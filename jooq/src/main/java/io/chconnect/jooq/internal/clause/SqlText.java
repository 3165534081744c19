package io.chconnect.jooq.internal.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A position in a statement as the server writes it: key words in capitals, names in backquotes where they need them, texts
 * with backslashes. Brackets are taken as a whole.
 */
public final class SqlText {
    private final String text;
    private int at;

    /** A position at the beginning. */
    public SqlText(String text) {
        this.text = text;
        this.at = blanks(0);
    }

    /** The parts between commas that stand in no brackets. */
    public static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        SqlText rest = new SqlText(list);
        while (!rest.atEnd()) {
            parts.add(rest.until(at -> at.looksAt(",")));
            rest.accept(",");
        }
        return parts;
    }

    /** The names in a list; none if it has anything but names. */
    public static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (String part : parts(list)) {
            SqlText text = new SqlText(part);
            if (!text.isName()) {
                return List.of();
            }
            names.add(text.name());
            if (!text.atEnd()) {
                return List.of();
            }
        }
        return names;
    }

    public boolean atEnd() {
        return at == text.length();
    }

    /** Whether the tokens here are these, of which the last may be any when it is {@code *}. */
    public boolean looksAt(String... tokens) {
        int position = at;
        for (String token : tokens) {
            if (position == text.length()) {
                return false;
            }
            int end = end(position);
            if (!token.equals("*") && !text.substring(position, end).equals(token)) {
                return false;
            }
            position = blanks(end);
        }
        return true;
    }

    /** Whether a word is here, and a text in quotes behind it. */
    public boolean looksAtTextBehind(String word) {
        return looksAt(word, "*") && text.charAt(blanks(end(at))) == '\'';
    }

    /** Whether there are so many tokens left, and no more. */
    public boolean isLast(int tokens) {
        int position = at;
        for (int i = 0; i < tokens; i++) {
            if (position == text.length()) {
                return false;
            }
            position = blanks(end(position));
        }
        return position == text.length();
    }

    /** Steps over these tokens if they are here. */
    public boolean accept(String... tokens) {
        if (!looksAt(tokens)) {
            return false;
        }
        for (int i = 0; i < tokens.length; i++) {
            token();
        }
        return true;
    }

    /** Steps over these tokens, which must be here. */
    public void expect(String... tokens) {
        if (!accept(tokens)) {
            throw unexpected(String.join(" ", tokens));
        }
    }

    public IllegalStateException unexpected(String wanted) {
        return new IllegalStateException(
                "The statement goes on with \"" + text.substring(at, Math.min(text.length(), at + 40)) + "\" where "
                        + wanted + " was expected: " + text);
    }

    /** Whether a name is here. */
    public boolean isName() {
        return !atEnd() && (text.charAt(at) == '`' || text.charAt(at) == '"' || isWord(text.charAt(at)));
    }

    /** A name, without its quotes. */
    public String name() {
        if (!isName()) {
            throw unexpected("a name");
        }
        String token = token();
        return isWord(token.charAt(0)) ? token : unquoted(token);
    }

    /** A text, without its quotes. */
    public String literal() {
        if (atEnd() || text.charAt(at) != '\'') {
            throw unexpected("a text");
        }
        return unquoted(token());
    }

    /** What is in the brackets here. */
    public String bracketed() {
        if (atEnd() || text.charAt(at) != '(') {
            throw unexpected("an opening bracket");
        }
        int start = at + 1;
        int close = closing(at);
        at = blanks(close + 1);
        return text.substring(start, close);
    }

    /** The token here. */
    public String token() {
        int start = at;
        int end = end(at);
        at = blanks(end);
        return text.substring(start, end);
    }

    /** The text up to where something is so outside of brackets, or to the end. */
    public String until(Predicate<SqlText> stop) {
        int start = at;
        int end = at;
        while (!atEnd() && !stop.test(this)) {
            end = isOpening(text.charAt(at)) ? closing(at) + 1 : end(at);
            at = blanks(end);
        }
        return text.substring(start, end);
    }

    /** Steps over the brackets here, if they are here and closed. */
    boolean acceptBrackets() {
        int close = atEnd() || text.charAt(at) != '(' ? -1 : closingOrNone(at);
        if (close < 0) {
            return false;
        }
        at = blanks(close + 1);
        return true;
    }

    /** The rest. */
    public String rest() {
        String rest = text.substring(at);
        at = text.length();
        return rest;
    }

    private int closing(int open) {
        int close = closingOrNone(open);
        if (close < 0) {
            throw unexpected("a closing bracket");
        }
        return close;
    }

    private int closingOrNone(int open) {
        int depth = 0;
        int position = open;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (isOpening(c)) {
                depth++;
            } else if ((c == ')' || c == ']' || c == '}') && --depth == 0) {
                return position;
            }
            position = end(position);
        }
        return -1;
    }

    private static boolean isOpening(char c) {
        return c == '(' || c == '[' || c == '{';
    }

    private int blanks(int from) {
        int position = from;
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        return position;
    }

    private int end(int start) {
        char first = text.charAt(start);
        int position = start + 1;
        if (first == '\'' || first == '`' || first == '"') {
            while (position < text.length() && text.charAt(position) != first) {
                position += text.charAt(position) == '\\' ? 2 : 1;
            }
            return Math.min(position + 1, text.length());
        }
        if (isWord(first)) {
            while (position < text.length() && isWord(text.charAt(position))) {
                position++;
            }
        }
        return position;
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    /** The server's escapes: a backslash before a letter for a control character, otherwise the character itself. */
    static String unquoted(String token) {
        StringBuilder plain = new StringBuilder();
        int i = 1;
        while (i < token.length() - 1) {
            char c = token.charAt(i++);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            char escaped = token.charAt(i++);
            switch (escaped) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'r' -> plain.append('\r');
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case '0' -> plain.append('\0');
                case 'a' -> plain.append('\u0007');
                case 'v' -> plain.append('\u000b');
                case 'x' -> {
                    plain.append((char) Integer.parseInt(token.substring(i, i + 2), 16));
                    i += 2;
                }
                default -> plain.append(escaped);
            }
        }
        return plain.toString();
    }
}
