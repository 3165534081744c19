package io.chconnect.client.internal.sql;

/**
 * A piece of a statement. White space is no piece.
 *
 * @param kind what it is
 * @param start the index of its first character
 * @param end the index behind its last character
 */
public record SqlToken(Kind kind, int start, int end) {
    /** What a piece is. */
    public enum Kind {
        /** A keyword, a name or a function. */
        WORD,
        /** A number. */
        NUMBER,
        /** A text in single quotes. */
        TEXT,
        /** A text between {@code $tag$} and {@code $tag$}. */
        HEREDOC,
        /** A name in backticks or double quotes. */
        QUOTED_NAME,
        /** A comment of any kind. */
        COMMENT,
        /** A semicolon. */
        TERMINATOR,
        /** A question mark. */
        QUESTION_MARK,
        /** Any other single character. */
        SYMBOL,
        /** A text, name or comment without an end. */
        UNTERMINATED
    }

    /** The text of this piece in its statement. */
    public String text(String sql) {
        return sql.substring(start, end);
    }

    /** Whether this piece is a word, in whatever case. */
    public boolean isWord(String sql, String word) {
        return kind == Kind.WORD
                && end - start == word.length()
                && sql.regionMatches(true, start, word, 0, end - start);
    }

    /** Whether this piece is a character. */
    public boolean isSymbol(String sql, char symbol) {
        return kind == Kind.SYMBOL && sql.charAt(start) == symbol;
    }
}
