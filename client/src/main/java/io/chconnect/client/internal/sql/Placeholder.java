package io.chconnect.client.internal.sql;

import io.chconnect.client.internal.sql.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code {name:Type}} in a statement.
 *
 * @param name its name
 * @param type its type, as it is written
 * @param start the index of its opening brace
 * @param end the index behind its closing brace
 */
public record Placeholder(String name, String type, int start, int end) {
    /** The placeholders of a statement, in order; those in texts, names, heredocs and comments are none. */
    public static List<Placeholder> of(String sql) {
        List<Placeholder> placeholders = new ArrayList<>();
        if (sql.indexOf('{') < 0) {
            return placeholders;
        }
        List<SqlToken> tokens = SqlScanner.scanWithoutComments(sql);
        for (int i = 0; i + 3 < tokens.size(); i++) {
            SqlToken name = tokens.get(i + 1);
            boolean starts = tokens.get(i).isSymbol(sql, '{')
                    && (name.kind() == Kind.WORD || isNameWithDigits(sql, name))
                    && tokens.get(i + 2).isSymbol(sql, ':');
            int close = starts ? close(sql, tokens, i + 3) : -1;
            if (close > i + 3) {
                String type = sql.substring(
                        tokens.get(i + 3).start(), tokens.get(close - 1).end());
                placeholders.add(new Placeholder(
                        name.text(sql),
                        type,
                        tokens.get(i).start(),
                        tokens.get(close).end()));
                i = close;
            }
        }
        return placeholders;
    }

    /** A name may start with digits if it does not end with them, as in {@code 13_}. */
    private static boolean isNameWithDigits(String sql, SqlToken token) {
        return token.kind() == Kind.NUMBER
                && token.text(sql).chars().allMatch(c -> c != '.' && c != '-' && c != '+')
                && token.text(sql).chars().anyMatch(c -> c < '0' || c > '9');
    }

    private static int close(String sql, List<SqlToken> tokens, int from) {
        for (int i = from; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol(sql, '}')) {
                return i;
            }
            if (tokens.get(i).isSymbol(sql, '{') || tokens.get(i).kind() == Kind.TERMINATOR) {
                return -1;
            }
        }
        return -1;
    }
}
