package io.chconnect.jdbc.internal.sql;

/**
 * A piece of SQL text that is neither white space nor a comment.
 *
 * @param kind what it is
 * @param start where it begins
 * @param end where it ends, exclusive
 */
record Token(Kind kind, int start, int end) {
    enum Kind {
        /** A keyword or plain identifier. */
        WORD,
        /** A number. */
        NUMBER,
        /** A text in single quotes or dollars. */
        STRING,
        /** An identifier in double quotes or backticks. */
        QUOTED,
        /** A question mark. */
        QUESTION,
        /** Anything else; one character each, but {@code ::}. */
        SYMBOL
    }

    String text(String sql) {
        return sql.substring(start, end);
    }

    boolean is(String sql, String word) {
        return end - start == word.length() && sql.regionMatches(true, start, word, 0, word.length());
    }

    boolean isSymbol(String sql, char symbol) {
        return kind == Kind.SYMBOL && end - start == 1 && sql.charAt(start) == symbol;
    }
}
