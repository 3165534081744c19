package io.chconnect.jdbc.internal.sql;

import io.chconnect.client.internal.sql.SqlToken;
import java.util.List;
import java.util.Set;

/** Where a parameter stands, as far as it decides how its value is given to the server. */
public enum ParameterPlace {
    /** Where the server takes a parameter of its own, with its type. */
    EXPRESSION,
    /** Where the grammar takes nothing but a literal number or text. */
    LITERAL,
    /** In the query of a view, which is stored as it is, so that a parameter would become one of the view. */
    STORED;

    private static final Set<String> BEFORE_LITERALS =
            Set.of("SAMPLE", "OFFSET", "TOP", "ESCAPE", "COMMENT", "DATE", "TIMESTAMP");
    private static final int LAST_WORD_OF_CREATE_OR_REPLACE_TEMPORARY_VIEW = 4;

    static ParameterPlace of(String sql, List<SqlToken> tokens, int place) {
        if (createsView(sql, tokens)) {
            return STORED;
        }
        boolean literal = place > 0
                && (isOneOf(sql, tokens.get(place - 1), BEFORE_LITERALS)
                        || (tokens.get(0).isWord(sql, "SHOW")
                                && isOneOf(sql, tokens.get(place - 1), Set.of("LIKE", "ILIKE")))
                        || isSetting(sql, tokens, place));
        return literal ? LITERAL : EXPRESSION;
    }

    /** Whether it is a value in {@code SETTINGS name = value, name = value}: the engine in process takes no parameter there. */
    private static boolean isSetting(String sql, List<SqlToken> tokens, int place) {
        for (int value = place; value >= 3 && tokens.get(value - 1).isSymbol(sql, '='); value -= 4) {
            if (tokens.get(value - 3).isWord(sql, "SETTINGS")) {
                return true;
            }
            if (!tokens.get(value - 3).isSymbol(sql, ',')) {
                return false;
            }
        }
        return false;
    }

    /** A materialized view takes the values, any other one would keep the parameters. */
    private static boolean createsView(String sql, List<SqlToken> tokens) {
        if (!tokens.get(0).isWord(sql, "CREATE")) {
            return false;
        }
        for (int i = 1; i < tokens.size() && i <= LAST_WORD_OF_CREATE_OR_REPLACE_TEMPORARY_VIEW; i++) {
            if (tokens.get(i).isWord(sql, "VIEW")) {
                return !tokens.get(i - 1).isWord(sql, "MATERIALIZED");
            }
        }
        return false;
    }

    private static boolean isOneOf(String sql, SqlToken token, Set<String> words) {
        return words.stream().anyMatch(word -> token.isWord(sql, word));
    }
}
