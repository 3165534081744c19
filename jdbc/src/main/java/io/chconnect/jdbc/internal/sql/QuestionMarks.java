package io.chconnect.jdbc.internal.sql;

import io.chconnect.client.internal.sql.SqlToken;
import io.chconnect.client.internal.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which question marks are parameters. One behind a value, with a colon to match, is the ternary operator; all others are
 * parameters.
 */
final class QuestionMarks {
    /**
     * Words behind which a value follows. Behind any other word with a colon to match stands the operator: such a word may be
     * a column, and be it {@code date} or {@code first}.
     */
    private static final Set<String> BEFORE_VALUES = Set.of(
            "AND",
            "AS",
            "BETWEEN",
            "BY",
            "CASE",
            "DISTINCT",
            "DIV",
            "ELSE",
            "ESCAPE",
            "FROM",
            "HAVING",
            "ILIKE",
            "IN",
            "INTERVAL",
            "IS",
            "JOIN",
            "LIKE",
            "LIMIT",
            "MOD",
            "NOT",
            "OFFSET",
            "ON",
            "OR",
            "PREWHERE",
            "QUALIFY",
            "REGEXP",
            "SAMPLE",
            "SELECT",
            "SET",
            "THEN",
            "USING",
            "VALUES",
            "WHEN",
            "WHERE",
            "WITH",
            "XOR");

    private final String sql;
    private final List<SqlToken> tokens;
    private final boolean[] ternary;

    private QuestionMarks(String sql, List<SqlToken> tokens) {
        this.sql = sql;
        this.tokens = tokens;
        this.ternary = new boolean[tokens.size()];
    }

    /** The places of the parameters among the pieces of a statement, in order. */
    static List<Integer> parameters(String sql, List<SqlToken> tokens) {
        QuestionMarks marks = new QuestionMarks(sql, tokens);
        List<Integer> parameters = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Kind.QUESTION_MARK) {
                marks.ternary[i] = i > 0 && marks.endsValue(i - 1) && marks.hasColon(i + 1);
                if (!marks.ternary[i]) {
                    parameters.add(i);
                }
            }
        }
        return parameters;
    }

    private boolean endsValue(int place) {
        SqlToken token = tokens.get(place);
        return switch (token.kind()) {
            case WORD -> !BEFORE_VALUES.contains(token.text(sql).toUpperCase(Locale.ROOT));
            case NUMBER, TEXT, HEREDOC, QUOTED_NAME -> true;
            case QUESTION_MARK -> !ternary[place];
            case SYMBOL -> token.isSymbol(sql, ')') || token.isSymbol(sql, ']') || token.isSymbol(sql, '}');
            case COMMENT, TERMINATOR, UNTERMINATED -> false;
        };
    }

    /** Whether a colon follows within the same brackets, before a comma. */
    private boolean hasColon(int from) {
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.kind() == Kind.TERMINATOR) {
                return false;
            }
            char c = token.kind() == Kind.SYMBOL ? sql.charAt(token.start()) : ' ';
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                if (--depth < 0) {
                    return false;
                }
            } else if (depth == 0 && c == ',') {
                return false;
            } else if (depth == 0 && c == ':') {
                if (!startsCast(token)) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** A cast is written with two colons in a row; as dynamic subcolumns, {@code .:Type}, so is one behind a point. */
    private boolean startsCast(SqlToken colon) {
        int before = colon.start() - 1;
        return sql.startsWith("::", colon.start()) || (before >= 0 && sql.charAt(before) == '.');
    }
}
