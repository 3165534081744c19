package io.chconnect.jdbc.internal.sql;

import io.chconnect.client.internal.sql.SqlToken;
import java.util.List;

/** Where a parameter stands, as far as it decides how its value is given to the server. */
public enum ParameterPlace {
    /** Where the server takes a parameter of its own. */
    EXPRESSION,
    /** Where the grammar takes nothing but a literal. */
    LITERAL;

    static ParameterPlace of(String sql, List<SqlToken> tokens, int place) {
        return place > 0 && tokens.get(place - 1).isWord(sql, "SAMPLE") ? LITERAL : EXPRESSION;
    }
}
