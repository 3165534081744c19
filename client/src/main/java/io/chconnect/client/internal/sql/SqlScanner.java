package io.chconnect.client.internal.sql;

import io.chconnect.client.internal.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes statements apart as ClickHouse's own lexer does ({@code src/Parsers/Lexer.cpp}): quoted texts and names with
 * backslashes or doubled quotes, heredocs, and comments, of which the ones in {@code /* *}{@code /} nest. It knows no grammar.
 */
public final class SqlScanner {
    private static final char LEFT_QUOTE = '\u2018';
    private static final char RIGHT_QUOTE = '\u2019';
    private static final char LEFT_DOUBLE_QUOTE = '\u201C';
    private static final char RIGHT_DOUBLE_QUOTE = '\u201D';

    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;

    private SqlScanner(String sql) {
        this.sql = sql;
    }

    /** The pieces of a statement, comments included. */
    public static List<SqlToken> scan(String sql) {
        SqlScanner scanner = new SqlScanner(sql);
        while (scanner.skipBlanks()) {
            scanner.token();
        }
        return scanner.tokens;
    }

    /** The pieces of a statement without its comments. */
    public static List<SqlToken> scanWithoutComments(String sql) {
        List<SqlToken> tokens = scan(sql);
        tokens.removeIf(token -> token.kind() == Kind.COMMENT);
        return tokens;
    }

    /** Whether a character may stand between pieces. */
    public static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u180E' || c == '\uFEFF' || c == '\u3000' || isWideBlank(c);
    }

    private static boolean isWideBlank(char c) {
        return (c >= '\u2000' && c <= '\u200D')
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202F'
                || c == '\u205F'
                || c == '\u2060';
    }

    private boolean skipBlanks() {
        while (at < sql.length() && isBlank(sql.charAt(at))) {
            at++;
        }
        return at < sql.length();
    }

    private void token() {
        char c = sql.charAt(at);
        switch (c) {
            case '\'' -> quoted(Kind.TEXT, c);
            case '`', '"' -> quoted(Kind.QUOTED_NAME, c);
            case LEFT_QUOTE -> until(Kind.TEXT, RIGHT_QUOTE);
            case LEFT_DOUBLE_QUOTE -> until(Kind.QUOTED_NAME, RIGHT_DOUBLE_QUOTE);
            case ';' -> add(Kind.TERMINATOR, at + 1);
            case '?' -> add(Kind.QUESTION_MARK, at + 1);
            case '$' -> dollar();
            case '-' -> lineCommentOrSymbol(sql.startsWith("--", at));
            case '#' -> lineCommentOrSymbol(sql.startsWith("# ", at) || sql.startsWith("#!", at));
            case '/' -> {
                if (sql.startsWith("/*", at)) {
                    blockComment();
                } else {
                    add(Kind.SYMBOL, at + 1);
                }
            }
            default -> {
                if (isDigit(c)) {
                    add(Kind.NUMBER, endOfNumber());
                } else if (isWordCharacter(c)) {
                    add(Kind.WORD, endOfWord(at));
                } else {
                    add(Kind.SYMBOL, at + 1);
                }
            }
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new SqlToken(kind, at, end));
        at = end;
    }

    private void quoted(Kind kind, char quote) {
        int i = at + 1;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (c != quote) {
                i++;
            } else if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                i += 2;
            } else {
                add(kind, i + 1);
                return;
            }
        }
        add(Kind.UNTERMINATED, sql.length());
    }

    private void until(Kind kind, char end) {
        int found = sql.indexOf(end, at + 1);
        add(found < 0 ? Kind.UNTERMINATED : kind, found < 0 ? sql.length() : found + 1);
    }

    private void lineCommentOrSymbol(boolean comment) {
        if (!comment) {
            add(Kind.SYMBOL, at + 1);
            return;
        }
        int end = sql.indexOf('\n', at);
        add(Kind.COMMENT, end < 0 ? sql.length() : end + 1);
    }

    private void blockComment() {
        int depth = 1;
        int i = at + 2;
        while (i + 1 < sql.length()) {
            if (sql.startsWith("*/", i)) {
                i += 2;
                depth--;
                if (depth == 0) {
                    add(Kind.COMMENT, i);
                    return;
                }
            } else if (sql.startsWith("/*", i)) {
                i += 2;
                depth++;
            } else {
                i++;
            }
        }
        add(Kind.UNTERMINATED, sql.length());
    }

    /** A heredoc where its closing tag follows; a word otherwise, as in {@code $1}. */
    private void dollar() {
        int tagEnd = at + 1;
        while (tagEnd < sql.length() && isWordCharacter(sql.charAt(tagEnd))) {
            tagEnd++;
        }
        if (tagEnd < sql.length() && sql.charAt(tagEnd) == '$') {
            String tag = sql.substring(at, tagEnd + 1);
            int close = sql.indexOf(tag, tagEnd + 1);
            if (close >= 0) {
                add(Kind.HEREDOC, close + tag.length());
                return;
            }
        }
        add(Kind.WORD, endOfWord(at));
    }

    private int endOfNumber() {
        int end = at;
        while (end < sql.length() && (isWordCharacter(sql.charAt(end)) || isInsideNumber(end))) {
            end++;
        }
        return end;
    }

    /** A point, or the sign of an exponent. */
    private boolean isInsideNumber(int i) {
        char c = sql.charAt(i);
        char before = sql.charAt(i - 1);
        boolean hexadecimal = sql.startsWith("0x", at) || sql.startsWith("0X", at);
        char exponent = hexadecimal ? 'p' : 'e';
        return c == '.' || ((c == '-' || c == '+') && Character.toLowerCase(before) == exponent);
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < sql.length() && (isWordCharacter(sql.charAt(end)) || sql.charAt(end) == '$')) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordCharacter(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
}
