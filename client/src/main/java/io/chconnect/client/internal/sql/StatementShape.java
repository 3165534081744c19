package io.chconnect.client.internal.sql;

import io.chconnect.client.internal.sql.SqlToken.Kind;
import java.util.List;

/** Statements without what could be secret in them: texts, numbers, comments, and the data of inserts. */
public final class StatementShape {
    private static final int LONGEST = 10_000;
    private static final char HIDDEN = '?';

    private StatementShape() {}

    /** A statement's shape; what is longer than 10,000 characters ends with an ellipsis. */
    public static String of(String sql) {
        String start = sql.length() > LONGEST ? sql.substring(0, LONGEST) : sql;
        // The end of a text between $tag$ and $tag$ may lie further on; other texts without an end are hidden in any
        // case.
        String shape = shape(start.indexOf('$') < 0 ? start : sql);
        return shape.length() > LONGEST
                ? shape.substring(0, LONGEST) + "…"
                : start.length() < sql.length() ? shape + "…" : shape;
    }

    private static String shape(String sql) {
        List<SqlToken> tokens = SqlScanner.scan(sql);
        int data = startOfData(sql, tokens);
        StringBuilder shape = new StringBuilder();
        int end = 0;
        for (int i = 0; i < data && shape.length() <= LONGEST; i++) {
            SqlToken token = tokens.get(i);
            if (token.kind() == Kind.COMMENT) {
                continue;
            }
            if (token.start() > end && !shape.isEmpty()) {
                shape.append(' ');
            }
            if (hides(token.kind())) {
                shape.append(HIDDEN);
            } else {
                shape.append(sql, token.start(), token.end());
            }
            end = token.end();
        }
        if (data < tokens.size()) {
            shape.append(' ').append(HIDDEN);
        }
        return shape.toString();
    }

    private static boolean hides(Kind kind) {
        return kind == Kind.TEXT || kind == Kind.NUMBER || kind == Kind.HEREDOC || kind == Kind.UNTERMINATED;
    }

    /** Where the data of an insert begins that are part of its statement; the number of pieces when there are none. */
    private static int startOfData(String sql, List<SqlToken> tokens) {
        if (!StatementText.of(sql).isInsert()) {
            return tokens.size();
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isWord(sql, "VALUES")) {
                return i + 1;
            }
            if (tokens.get(i).isWord(sql, "FORMAT")) {
                return Math.min(i + 2, tokens.size());
            }
        }
        return tokens.size();
    }
}
