package io.chconnect.jdbc.internal.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL text into tokens, as the server's own lexer does: comments ({@code --}, {@code #}, nested block comments), texts
 * with backslashes or doubled quotes, heredocs, quoted identifiers. It knows no grammar, and whatever it is given it comes
 * to an end.
 */
final class SqlLexer {
    private final String sql;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private SqlLexer(String sql) {
        this.sql = sql;
    }

    static List<Token> tokens(String sql) {
        SqlLexer lexer = new SqlLexer(sql);
        while (lexer.at < sql.length()) {
            lexer.step();
        }
        return lexer.tokens;
    }

    private void step() {
        char c = sql.charAt(at);
        int start = at;
        if (Character.isWhitespace(c) || c == '\uFEFF' || c == '\u00A0') {
            at++;
        } else if (c == '-' && peek(1) == '-') {
            skipLine();
        } else if (c == '#' && (peek(1) == '!' || peek(1) == ' ')) {
            skipLine();
        } else if (c == '/' && peek(1) == '*') {
            skipBlockComment();
        } else if (c == '\'') {
            quoted('\'');
            add(Token.Kind.STRING, start);
        } else if (c == '"' || c == '`') {
            quoted(c);
            add(Token.Kind.QUOTED, start);
        } else if (c == '\u2018') {
            until("\u2019");
            add(Token.Kind.STRING, start);
        } else if (c == '\u201C') {
            until("\u201D");
            add(Token.Kind.QUOTED, start);
        } else if (c == '$' && heredoc()) {
            add(Token.Kind.STRING, start);
        } else if (isWordStart(c)) {
            word();
            add(Token.Kind.WORD, start);
        } else if (c >= '0' && c <= '9') {
            number();
            add(Token.Kind.NUMBER, start);
        } else {
            at += c == ':' && peek(1) == ':' ? 2 : 1;
            add(c == '?' ? Token.Kind.QUESTION : Token.Kind.SYMBOL, start);
        }
    }

    private void add(Token.Kind kind, int start) {
        tokens.add(new Token(kind, start, at));
    }

    private char peek(int ahead) {
        return at + ahead < sql.length() ? sql.charAt(at + ahead) : '\0';
    }

    private void skipLine() {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end + 1;
    }

    private void skipBlockComment() {
        int depth = 0;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return;
                }
            } else {
                at++;
            }
        }
    }

    private void quoted(char quote) {
        at++;
        while (at < sql.length()) {
            char c = sql.charAt(at++);
            if (c == '\\') {
                at = Math.min(at + 1, sql.length());
            } else if (c == quote) {
                if (peek(0) != quote) {
                    return;
                }
                at++;
            }
        }
    }

    private void until(String close) {
        int end = sql.indexOf(close, at + 1);
        at = end < 0 ? sql.length() : end + 1;
    }

    private boolean heredoc() {
        int end = at + 1;
        while (end < sql.length() && isWordPart(sql.charAt(end)) && sql.charAt(end) != '$') {
            end++;
        }
        if (end >= sql.length() || sql.charAt(end) != '$') {
            return false;
        }
        String tag = sql.substring(at, end + 1);
        int close = sql.indexOf(tag, end + 1);
        if (close < 0) {
            return false;
        }
        at = close + tag.length();
        return true;
    }

    private void word() {
        while (at < sql.length() && isWordPart(sql.charAt(at))) {
            at++;
        }
    }

    private void number() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            boolean exponentSign = (c == '+' || c == '-')
                    && (sql.charAt(at - 1) == 'e' || sql.charAt(at - 1) == 'E')
                    && !sql.startsWith("0x", at - 2);
            if (!isWordPart(c) && c != '.' && !exponentSign) {
                return;
            }
            at++;
        }
    }

    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= '\u0080';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || (c >= '0' && c <= '9') || c == '$';
    }
}
