package io.chconnect.client.internal.sql;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The statement that asks what columns a query has, without running it. */
public final class DescribedQuery {
    private static final Set<String> DESCRIBABLE = Set.of("SELECT", "WITH", "EXPLAIN", "FROM");

    private final String sql;
    private int at;
    private int firstWordStart = -1;
    private int firstWordEnd = -1;
    private int end;

    private DescribedQuery(String sql) {
        this.sql = sql;
    }

    /** The statement; empty for a statement that is no query. */
    public static Optional<String> of(String sql) {
        DescribedQuery query = new DescribedQuery(sql);
        query.scan();
        if (query.firstWordStart < 0) {
            return Optional.empty();
        }
        String word = sql.substring(query.firstWordStart, query.firstWordEnd).toUpperCase(Locale.ROOT);
        // The line end closes a comment that the query may end with.
        return DESCRIBABLE.contains(word)
                ? Optional.of("DESCRIBE TABLE (" + sql.substring(0, query.end) + "\n)")
                : Optional.empty();
    }

    /** Finds the first word, and the end of the last thing that is neither blank, comment nor terminator. */
    private void scan() {
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (starts("--") || starts("# ") || starts("#!")) {
                skipTo("\n");
            } else if (starts("/*")) {
                at += 2;
                skipTo("*/");
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == ';') {
                at++;
            } else {
                significant(c);
                end = at;
            }
        }
    }

    private void significant(char c) {
        if (c == '\'' || c == '"' || c == '`') {
            skipQuoted(c);
        } else if (c == '$') {
            skipHeredoc();
        } else if (isWord(c)) {
            int start = at;
            while (at < sql.length() && isWord(sql.charAt(at))) {
                at++;
            }
            if (firstWordStart < 0) {
                firstWordStart = start;
                firstWordEnd = at;
            }
        } else {
            at++;
        }
    }

    private void skipQuoted(char quote) {
        for (at++; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == quote) {
                at++;
                return;
            }
        }
        at = sql.length();
    }

    private void skipHeredoc() {
        int close = at + 1;
        while (close < sql.length() && isWord(sql.charAt(close))) {
            close++;
        }
        if (close < sql.length() && sql.charAt(close) == '$') {
            String tag = sql.substring(at, close + 1);
            if (sql.indexOf(tag, close + 1) >= 0) {
                at = close + 1;
                skipTo(tag);
                return;
            }
        }
        at++;
    }

    private void skipTo(String closing) {
        int found = sql.indexOf(closing, at);
        at = found < 0 ? sql.length() : found + closing.length();
    }

    private boolean starts(String prefix) {
        return sql.startsWith(prefix, at);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
